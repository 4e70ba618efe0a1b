/**
 * `npm run lab -- <slug> …`: makes the faults of an article happen on the real software, runs the article's own commands, and
 * records what was seen. `npm run labs` does so for all articles.
 *
 *   --all        also scenarios that take minutes or need more than Debian packages
 *   --only TEXT  only scenarios whose name holds the text
 *   --check      writes nothing, and fails where the output differs from what is recorded
 *   --packages   prints the Debian packages that scenarios need which run everywhere, and runs nothing
 *   --report F   writes how many scenarios passed, failed and were skipped to the file F
 */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { labSlugs, loadLab } from '../src/lab/labs.ts';
import { differences, writeRecord } from '../src/lab/record.ts';
import { runLab, type LabRun } from '../src/lab/runner.ts';
import { summary } from '../src/lab/summary.ts';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    every: { type: 'boolean', default: false },
    all: { type: 'boolean', default: false },
    check: { type: 'boolean', default: false },
    packages: { type: 'boolean', default: false },
    only: { type: 'string' },
    report: { type: 'string' },
  },
});
const known = await labSlugs();
const unknown = positionals.filter((slug) => !known.includes(slug));
const slugs = options.every ? known : positionals;

if (unknown.length || slugs.length === 0) {
  console.error(
    `${unknown.length ? `There is no lab "${unknown.join('", "')}".` : 'Name a lab, or run all with "npm run labs".'} Labs: ${known.join(', ')}.`,
  );
  process.exitCode = 1;
} else if (options.packages) console.log((await packages()).join(' '));
else await runLabs();

async function packages(): Promise<string[]> {
  const labs = await Promise.all(slugs.map(loadLab));
  const scenarios = labs.flatMap((lab) => lab.scenarios).filter(({ onDemand }) => !onDemand);
  return [...new Set(scenarios.flatMap(({ needs }) => needs.map((need) => need.package)))].toSorted();
}

async function runLabs(): Promise<void> {
  const runs: LabRun[] = [];
  let differing = 0;
  for (const slug of slugs) {
    const lab = await loadLab(slug);
    const run = await runLab(lab, options);
    runs.push(run);
    if (!options.check) await writeRecord(lab, run, new Date().toISOString().slice(0, 10));
    else differing += tell(await differences(run));
  }
  console.log(`\n${summary(runs)}`);
  await report(runs, differing);
}

function tell(differences: readonly string[]): number {
  for (const difference of differences) console.error(`\n${difference}`);
  return differences.length;
}

async function report(runs: readonly LabRun[], differing: number): Promise<void> {
  const outcomes = runs.flatMap((run) => run.outcomes);
  const count = (is: string) => outcomes.filter((outcome) => outcome.is === is).length;
  const totals = { passed: count('passed'), failed: count('failed') + differing, skipped: count('skipped') };
  console.log(`\nScenarios: ${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
  if (totals.failed) process.exitCode = 1;
  if (!options.report) return;
  await mkdir(path.dirname(options.report), { recursive: true });
  await writeFile(options.report, JSON.stringify(totals));
}
