/** `npm run look`: pictures of every kind of page of the built site, in both themes and three widths, to be looked at. */
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { launchBrowser } from '../src/diagrams/browser.ts';
import { serveSite } from './server.ts';

const folder = 'look';
const widths = [390, 768, 1440];
const pages: Record<string, string> = {
  front: '',
  article: 'articles/redis-maxmemory-oom/',
  symptom: 'symptoms/redis-oom-command-not-allowed/',
  symptoms: 'symptoms/',
  technology: 'technologies/redis/',
  search: 'search/#q=maxmemory',
  missing: 'no-such-page/',
};
const [only] = process.argv.slice(2);

await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
const server = await serveSite({ folder: process.env['OUT_DIR'] ?? 'dist', base: process.env['BASE_PATH'] ?? '/', port: 0 });
const browser = await launchBrowser();
for (const [name, address] of Object.entries(pages).filter(([name]) => !only || name === only)) {
  for (const width of widths) {
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await browser.newPage({ viewport: { width, height: 1000 }, colorScheme });
      await page.goto(new URL(address, server.url).href, { waitUntil: 'networkidle' });
      await page.screenshot({ path: path.join(folder, `${name}-${width}-${colorScheme}.png`), fullPage: name !== 'article' });
      await page.close();
    }
  }
  console.log(`${name}: ${widths.length * 2} pictures in ${folder}/`);
}
await browser.close();
await server.close();
