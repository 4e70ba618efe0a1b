/** Runs labs one after the other, and writes or checks their records. */
import { contentRoot } from '../content/root.ts';
import { loadLab } from './labs.ts';
import type { Lab } from './lab.ts';
import { LabMistake } from './mistake.ts';
import type { LabRun, Outcome } from './outcome.ts';
import { differences, outOfDate, writeRecord } from './record.ts';
import { runLab, type RunnerOptions } from './runner.ts';
import { summary } from './summary.ts';

/** Options for a run of labs. */
export interface LabsOptions extends RunnerOptions {
  /** Only check: write nothing, and fail when output differs from the captures or a record is out of date. */
  check: boolean;
}

/** How many scenarios passed, failed and did not run. Each problem that only the check finds counts as failed. */
export interface Totals {
  passed: number;
  failed: number;
  skipped: number;
  unchanged: number;
}

/**
 * Runs labs, prints the results, and writes or checks their records.
 *
 * Fails with a `LabMistake` when a lab cannot be loaded, or when no scenario has a name that contains `only`.
 *
 * @param slugs the articles whose labs run
 */
export async function runLabs(slugs: readonly string[], options: LabsOptions, root = contentRoot): Promise<Totals> {
  const labs: Lab[] = [];
  for (const slug of slugs) labs.push(await loadLab(slug, root));
  requireMatch(labs, options.only);
  const runs: LabRun[] = [];
  const wrong: string[] = [];
  for (const lab of labs) {
    const run = await runLab(lab, options);
    runs.push(run);
    if (options.check) wrong.push(...differences(run), ...unwritten(run));
    else {
      await writeRecord(run, new Date().toISOString().slice(0, 10));
      printOutOfDate(await loadLab(lab.slug, root));
    }
  }
  for (const text of wrong) console.error(`\n${text}`);
  console.log(`\n${summary(runs)}`);
  return totalsOf(runs, wrong.length);
}

function requireMatch(labs: readonly Lab[], only: string | undefined): void {
  const names = labs.flatMap((lab) => lab.scenarios.map(({ name }) => `  ${lab.slug}: ${name}`));
  if (only === undefined || names.length === 0 || labs.some((lab) => lab.scenarios.some(({ name }) => name.includes(only)))) return;
  throw new LabMistake(`No scenario has "${only}" in its name. The scenarios are:\n${names.join('\n')}`);
}

/** Names the scenarios whose record is out of date, since a check writes none. Failed scenarios are left out: they are reported already. */
function unwritten({ lab, outcomes }: LabRun): string[] {
  const stale = outOfDate(lab);
  const named = (is: Outcome['is']) => outcomes.filter((outcome) => outcome.is === is && stale.has(outcome.scenario.name));
  const lines = (
    [
      ['passed', 'passed now'],
      ['skipped', 'did not run here'],
    ] as const
  ).flatMap(([is, words]) => named(is).map(({ scenario }) => `  ${words}: ${scenario.name}`));
  if (lines.length === 0) return [];
  return [`The record of "${lab.slug}" is out of date; write it with "npm run lab -- ${lab.slug}", and commit it:\n${lines.join('\n')}`];
}

function printOutOfDate(lab: Lab): void {
  const names = [...outOfDate(lab)];
  if (names.length) console.log(`  still out of date, since they have not passed: ${names.join('; ')}`);
}

function totalsOf(runs: readonly LabRun[], wrong: number): Totals {
  const outcomes = runs.flatMap((run) => run.outcomes);
  const count = (is: string) => outcomes.filter((outcome) => outcome.is === is).length;
  const unchanged = runs.reduce((sum, run) => sum + run.unchanged, 0);
  return { passed: count('passed'), failed: count('failed') + wrong, skipped: count('skipped'), unchanged };
}
