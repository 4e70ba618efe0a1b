/**
 * `npm run measure`: measures how long a build takes, and what a browser loads for each type of page, as Markdown tables.
 *
 * It deletes the caches and builds into `dist/`.
 */
import { spawnSync } from 'node:child_process';
import { globSync, rmSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { launchBrowser } from '../src/render/browser.ts';
import { cacheFolder } from '../src/render/cache.ts';
import { measuredPages } from './measured-pages.ts';
import { serveSite } from './server.ts';

const kinds = ['document', 'stylesheet', 'script', 'font'] as const;
type Kind = (typeof kinds)[number];
type Weight = Record<Kind, number> & { requests: number };

function buildSeconds(): number {
  const started = performance.now();
  const { status, stderr } = spawnSync('astro', ['build'], {
    encoding: 'utf8',
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', OUT_DIR: path.resolve('dist'), BASE_PATH: '/' },
  });
  if (status !== 0) {
    console.error(`${stderr}\nThe build failed, so nothing was measured.`);
    process.exit(1);
  }
  return (performance.now() - started) / 1000;
}

/** Returns what the browser loads before the reader does anything: bytes after gzip by type, and the number of requests. */
async function weigh(url: string): Promise<Weight> {
  const page = await browser.newPage();
  const weight: Weight = { document: 0, stylesheet: 0, script: 0, font: 0, requests: 0 };
  page.on('requestfinished', async (request) => {
    const kind = request.resourceType();
    weight.requests++;
    if (!kinds.includes(kind as Kind)) return;
    const body = await (await request.response())?.body();
    // Fonts are compressed already.
    if (body) weight[kind as Kind] += kind === 'font' ? body.length : gzipSync(body).length;
  });
  await page.goto(url, { waitUntil: 'networkidle' });
  await page.close();
  return weight;
}

const kilobytes = (bytes: number) => (bytes / 1024).toFixed(1);

console.log('Building without caches …');
for (const name of ['diagrams', 'pictures']) rmSync(cacheFolder(name), { recursive: true, force: true });
for (const folder of ['.astro', 'dist', 'node_modules/.astro']) rmSync(folder, { recursive: true, force: true });
const cold = buildSeconds();
console.log('Building again, with caches …\n');
const warm = buildSeconds();

const { counts, ...measured } = measuredPages('dist');
const pages = {
  front: measured.front,
  'article (the largest)': measured.article,
  symptom: measured.symptom,
  'list of symptoms': measured.symptoms,
  search: measured.search,
};

console.log(`| build | s |\n| --- | ---: |\n| cold (no cache, diagrams drawn) | ${cold.toFixed(1)} |\n| warm | ${warm.toFixed(1)} |\n`);
console.log(`${globSync('dist/**/*.html').length} pages: ${counts.articles} articles, ${counts.symptoms} symptoms\n`);
console.log('| page, first visit | HTML kB | CSS kB | JS kB | fonts kB | requests |\n| --- | ---: | ---: | ---: | ---: | ---: |');
const server = await serveSite({ folder: 'dist', base: '/', port: 0 });
const browser = await launchBrowser();
for (const [name, path] of Object.entries(pages)) {
  const { document, stylesheet, script, font, requests } = await weigh(new URL(path, server.url).href);
  console.log(`| ${name} | ${[document, stylesheet, script, font].map(kilobytes).join(' | ')} | ${requests} |`);
}
await browser.close();
await server.close();
