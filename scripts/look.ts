/**
 * `npm run look`: takes screenshots of all kinds of pages of the built site and their states, in both themes and three widths, so that
 * somebody can look at them. `npm run look -- NAME…` takes only the views with these names.
 *
 * The screenshots go to `look/`, which is emptied first. OUT_DIR and BASE_PATH name the built site.
 */
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { launchBrowser } from '../src/render/browser.ts';
import { serveSite } from './server.ts';

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof launchBrowser>>['newPage']>>;

/** A page in one state. */
interface View {
  /** Where it is, without the base path and the slash at its start. */
  address: string;
  /** Prepares the browser before the page is opened. */
  before?: (page: Page) => Promise<unknown>;
  /** Does what a reader would do on the page. */
  act?: (page: Page) => Promise<unknown>;
  /** Whether to take only the visible part, not the whole page. */
  screen?: boolean;
  /** Whether it is the first tab that the reader opens on the site, which has the system's typefaces. */
  first?: boolean;
}

const article = 'articles/redis-maxmemory-oom/';
const index = '**/pagefind/**';
const known = "search/#q=OOM command not allowed when used memory > 'maxmemory'";
const openSearch = (text: string) => async (page: Page) => {
  await page.keyboard.press('/');
  await page.keyboard.insertText(text);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByRole('article').first().waitFor();
};

const views: Record<string, View> = {
  front: { address: '' },
  article: { address: article, screen: true },
  first: { address: article, screen: true, first: true },
  symptom: { address: 'symptoms/redis-oom-command-not-allowed/' },
  symptoms: { address: 'symptoms/' },
  technology: { address: 'technologies/redis/' },
  use: { address: 'use/' },
  missing: { address: 'no-such-page/' },
  result: { address: known },
  related: { address: 'search/#q=redis memory' },
  'no-match': { address: 'search/#q=zzqx wvvk' },
  loading: { address: known, before: (page) => page.route(index, () => undefined), screen: true },
  error: { address: known, before: (page) => page.route(index, (route) => route.abort()), screen: true },
  dialog: { address: article, act: openSearch('maxmemory'), screen: true },
  ticket: {
    address: article,
    act: (page) =>
      page
        .getByRole('button', { name: /^Copy for the ticket/ })
        .first()
        .click(),
    screen: true,
  },
  diagram: {
    address: article,
    act: (page) =>
      page
        .getByRole('button', { name: /full size/i })
        .first()
        .click(),
    screen: true,
  },
  print: { address: 'symptoms/redis-oom-command-not-allowed/', before: (page) => page.emulateMedia({ media: 'print' }) },
};

const folder = 'look';
const widths = [390, 768, 1440];
const only = process.argv.slice(2);
const unknown = only.filter((name) => !(name in views));
if (unknown.length > 0) throw new Error(`Unknown view: ${unknown.join(', ')}. Known views: ${Object.keys(views).join(', ')}.`);

await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
const server = await serveSite({ folder: process.env['OUT_DIR'] ?? 'dist', base: process.env['BASE_PATH'] ?? '/', port: 0 });
const browser = await launchBrowser();
try {
  for (const [name, view] of Object.entries(views).filter(([name]) => only.length === 0 || only.includes(name))) {
    for (const width of widths) for (const colorScheme of ['light', 'dark'] as const) await take(name, view, width, colorScheme);
    console.log(`${name}: ${widths.length * 2} screenshots in ${folder}/`);
  }
} finally {
  await browser.close();
  await server.close();
}

async function take(
  name: string,
  { address, before, act, screen, first }: View,
  width: number,
  colorScheme: 'light' | 'dark',
): Promise<void> {
  const context = await browser.newContext({ viewport: { width, height: 1000 }, colorScheme, reducedMotion: 'reduce' });
  if (!first) {
    const tab = await context.newPage();
    await tab.goto(new URL('use/', server.url).href);
    await tab.waitForFunction(() => 'typefaces' in localStorage);
  }
  const page = await context.newPage();
  await before?.(page);
  await page.goto(new URL(address, server.url).href);
  await page.waitForTimeout(1_000); // for what appears later: the answer, or the notice that it takes long
  await act?.(page);
  await page.screenshot({ path: path.join(folder, `${name}-${width}-${colorScheme}.png`), fullPage: !screen });
  await context.close();
}
