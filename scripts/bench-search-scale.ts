/**
 * `npm run bench:search:scale`: measures how much a browser downloads before the first answer, with 5, 1,000 and 10,000 articles.
 *
 * OUT_DIR names the built site from which the real symptoms are taken; the others are generated. Numbers after `--` replace the numbers of
 * articles. `--write` puts the table into README.md.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { launchBrowser } from '../src/render/browser.ts';
import type { FaultsFile } from '../src/model/faults-file.ts';
import { searchedSymptoms } from '../src/search/searched-symptom.ts';
import { markdownTable, writeBetween } from '../tests/bench/table.ts';
import { symptomsOfSize } from '../tests/bench/search/generated-symptoms.ts';
import { coldDownloads, type Download } from '../tests/bench/search/scale.ts';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { write: { type: 'boolean', default: false } } });
const sizes = positionals.length ? positionals.map(Number) : [5, 1000, 10_000];
const symptoms = searchedSymptoms(
  JSON.parse(readFileSync(path.join(process.env['OUT_DIR'] ?? 'dist', 'faults.json'), 'utf8')) as FaultsFile,
);
const pastes = ['typical-paste.txt', 'unknown-paste.txt'].map((name) =>
  readFileSync(path.resolve(import.meta.dirname, '../tests/bench/search', name), 'utf8'),
);

const kilobytes = (bytes: number) => (bytes / 1024).toFixed(1);
const inAll = ({ scripts, wasm, metadata, chunks, fragments }: Download) => scripts + wasm + metadata + chunks + fragments;
const row = (articles: number, paste: string, download: Download) => [
  articles.toLocaleString('en'),
  download.symptoms.toLocaleString('en'),
  paste,
  ...[download.scripts, download.wasm, download.metadata, download.chunks, download.fragments, inAll(download)].map(kilobytes),
  String(download.requests),
];

const browser = await launchBrowser();
const rows: string[][] = [];
try {
  for (const articles of sizes) {
    console.error(`${articles.toLocaleString('en')} articles …`);
    for (const download of await coldDownloads(browser, symptomsOfSize(symptoms, articles), pastes)) {
      console.error(`  ${download.answer}`);
      rows.push(row(articles, download.answer.replace(/:.*/, ''), download));
    }
  }
} finally {
  await browser.close();
}
const head = [
  'articles',
  'symptoms',
  'answer',
  'scripts kB',
  'WASM kB',
  'metadata kB',
  'index kB',
  'symptoms read kB',
  'in all kB',
  'requests',
];
const table = markdownTable(head, rows);
console.log(`\n${table}`);
if (values.write) await writeBetween('README.md', 'bench:search:scale', table);
