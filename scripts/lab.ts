/** `npm run lab -- <slug> …` and `npm run labs`: see `usage` below, and src/lab/README.md. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { settings, shownPath } from '../src/settings.ts';
import { UserError } from '../src/user-error.ts';
import { existingContentRoot } from '../src/content/root.ts';
import { findEngineFrom } from '../src/lab/find-engine.ts';
import { labSlugs, loadLab } from '../src/lab/labs.ts';
import { LabMistake } from '../src/lab/mistake.ts';
import { runLabs } from '../src/lab/run-labs.ts';
import { cleanUpOnSignals } from '../src/lab/runner.ts';

const usage = `npm run lab -- <slug> …   runs the labs of these articles on the real software, and records what they saw
npm run labs              runs all labs

  --all        also scenarios that run on demand: they take minutes, or need more than Debian packages
  --changed    only scenarios whose record is out of date; of all labs when none is named
  --only TEXT  only scenarios whose name contains the text
  --check      writes nothing, and fails where output differs from the captures or a record is out of date
  --report F   writes how many scenarios passed, failed, were skipped and have not changed into the file F
  --packages   runs nothing, and prints the Debian packages of the scenarios that do not run on demand
  --help       prints this text`;

try {
  findEngineFrom(existingContentRoot());
  await main();
} catch (error) {
  if (!(error instanceof LabMistake || error instanceof UserError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

async function main(): Promise<void> {
  const { options, slugs } = await readArguments();
  if (options.help) console.log(usage);
  else if (options.packages) console.log((await packagesOf(slugs)).join(' '));
  else if (slugs.length === 0) console.log(`There are no labs in ${shownPath(settings.contentRoot)}: no article has a lab/lab.ts.`);
  else {
    cleanUpOnSignals();
    const totals = await runLabs(slugs, options);
    console.log(
      `\nScenarios: ${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped, ${totals.unchanged} not changed since they ran`,
    );
    if (totals.failed) process.exitCode = 1;
    if (options.report) await writeReport(options.report, totals);
  }
}

async function readArguments() {
  const { values: options, positionals } = parse();
  const known = await labSlugs();
  const unknown = positionals.filter((slug) => !known.includes(slug));
  const labs = known.length ? `Labs: ${known.join(', ')}.` : `There are no labs in ${shownPath(settings.contentRoot)}.`;
  if (unknown.length) throw new LabMistake(`There is no lab "${unknown.join('", "')}". ${labs}`);
  if (positionals.length) return { options, slugs: positionals };
  if (!options.every && !options.changed && !options.help) throw new LabMistake(`Name a lab, or run all with "npm run labs". ${labs}`);
  return { options, slugs: known };
}

function parse() {
  const flag = { type: 'boolean', default: false } as const;
  const flags = { every: flag, all: flag, changed: flag, check: flag, packages: flag, help: flag };
  try {
    return parseArgs({ allowPositionals: true, options: { ...flags, only: { type: 'string' }, report: { type: 'string' } } });
  } catch (error) {
    throw new LabMistake(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
  }
}

async function packagesOf(slugs: readonly string[]): Promise<string[]> {
  const labs = await Promise.all(slugs.map((slug) => loadLab(slug)));
  const scenarios = labs.flatMap((lab) => lab.scenarios).filter(({ onDemand }) => !onDemand);
  return [...new Set(scenarios.flatMap(({ needs }) => needs.map((need) => need.package)))].toSorted();
}

async function writeReport(file: string, totals: object): Promise<void> {
  try {
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, JSON.stringify(totals));
  } catch (error) {
    throw new LabMistake(`The report could not be written: ${error instanceof Error ? error.message : String(error)}`);
  }
}
