/**
 * `npm run bench:search`: compares this search with other search engines, on the same symptoms and the same pastes, as a Markdown table.
 *
 * OUT_DIR and BASE_PATH name the built site. Files named after `--` replace the cases of content/search-cases/. `--write` puts the table
 * into README.md.
 */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { FaultsFile } from '../src/model/faults-file.ts';
import { searchedSymptoms } from '../src/search/searched-symptom.ts';
import { installPackages } from '../tests/bench/install-packages.ts';
import { writeBetween } from '../tests/bench/table.ts';
import { countedCases, readCases } from '../tests/bench/search/cases.ts';
import { symptomRecords } from '../tests/bench/search/engine.ts';
import { measure, type Measurement } from '../tests/bench/search/measure.ts';
import { comparisonTable } from '../tests/bench/search/table.ts';

const bench = path.resolve(import.meta.dirname, '../tests/bench/search');
const { values, positionals } = parseArgs({ allowPositionals: true, options: { write: { type: 'boolean', default: false } } });
const folder = process.env['OUT_DIR'] ?? 'dist';

console.error('Installing the other engines …');
installPackages(bench);
const { engines } = await import('../tests/bench/search/engines.ts');

const records = symptomRecords(searchedSymptoms(JSON.parse(readFileSync(path.join(folder, 'faults.json'), 'utf8')) as FaultsFile));
const files = positionals.length ? positionals : globSync('content/search-cases/*.jsonl').toSorted();
const cases = countedCases(await readCases(files), new Set(records.map(({ article }) => article)));
if (cases.positives.length === 0) throw new Error('There are no search cases. Name a .jsonl file, or put one into content/search-cases/.');
const typical = readFileSync(path.join(bench, 'typical-paste.txt'), 'utf8');

const measurements: Measurement[] = [];
for (const engine of engines(folder, process.env['BASE_PATH'] ?? '/', typical)) {
  console.error(`${engine.name} …`);
  measurements.push(await measure(engine, records, cases));
  await engine.close?.();
}
const table = `${records.length} symptoms; ${cases.positives.length} pastes that an article answers, ${cases.negatives.length} that none does.\n\n${comparisonTable(measurements)}`;
console.log(`\n${table}`);
if (values.write) await writeBetween('README.md', 'bench:search', table);
