/**
 * `npm run bench:answer`: measures the time from a paste to the painted answer in the project's browser, and how long the page's main
 * thread is blocked meanwhile.
 *
 * OUT_DIR and BASE_PATH name the built site. `--write` puts the table into README.md.
 */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { launchBrowser } from '../src/render/browser.ts';
import { quantile } from '../tests/bench/quantile.ts';
import { markdownTable, writeBetween } from '../tests/bench/table.ts';
import { speedOf, type Speed } from '../tests/bench/search/answer-speed.ts';
import { readCases } from '../tests/bench/search/cases.ts';
import { ofFiveMegabytes, ofMillionCharacterLines, ofThirtyLines } from '../tests/bench/search/long-pastes.ts';
import { serveSite } from './server.ts';

const { values } = parseArgs({ options: { write: { type: 'boolean', default: false } } });
const bench = path.resolve(import.meta.dirname, '../tests/bench/search');
const typical = readFileSync(path.join(bench, 'typical-paste.txt'), 'utf8').trimEnd();
const message = typical.split('\n').find((line) => line.includes('OutOfMemoryError')) ?? typical;
const log = typical.replace(`${message}\n`, '');
const cases = await readCases(globSync('content/search-cases/*.jsonl').toSorted());

const row = (name: string, { times, blocks }: Speed) => [
  name,
  String(times.length),
  ...[quantile(times, 0.5), quantile(times, 0.95), quantile(blocks, 0.95), Math.max(...blocks)].map((ms) => ms.toFixed(0)),
];
const thirtyLines = cases.map(({ text }) => ofThirtyLines(text, log));
const kinds = [
  { name: '30 lines, nothing loaded yet', pastes: [[[typical, 1] as const]], warming: 0 },
  { name: '30 lines', pastes: thirtyLines, warming: 20 },
  { name: 'log of 5 MB', pastes: Array.from({ length: 10 }, () => ofFiveMegabytes(message, log)), warming: 1 },
  { name: 'five lines of 1,000,000 characters', pastes: Array.from({ length: 10 }, () => ofMillionCharacterLines(message)), warming: 1 },
];

const server = await serveSite({ folder: process.env['OUT_DIR'] ?? 'dist', base: process.env['BASE_PATH'] ?? '/', port: 0 });
const browser = await launchBrowser();
const rows: string[][] = [];
try {
  for (const { name, pastes, warming } of kinds) {
    console.error(`${name} …`);
    rows.push(row(name, await speedOf(browser, new URL('search/', server.url).href, pastes, warming)));
  }
} finally {
  await browser.close();
  await server.close();
}
const table = markdownTable(['paste', 'pastes', 'time to answer, median ms', 'p95 ms', 'main thread blocked, p95 ms', 'longest ms'], rows);
console.log(`\n${table}`);
if (values.write) await writeBetween('README.md', 'bench:answer', table);
