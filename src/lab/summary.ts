/** The table at the end of a run of labs. */
import { commandsOf } from '../model/commands.ts';
import type { LabRun, Outcome } from './outcome.ts';

const count = (outcomes: readonly Outcome[], is: Outcome['is']) => outcomes.filter((outcome) => outcome.is === is).length;

/** Returns a table with one row for each lab: scenarios by outcome, covered symptoms and commands of the article, seconds. */
export function summary(runs: readonly LabRun[]): string {
  const head = ['lab', 'passed', 'failed', 'skipped', 'unchanged', 'symptoms', 'commands', 'seconds'];
  const rows = [head, ...runs.map(row)];
  const widths = head.map((_, column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0)));
  return rows
    .map((cells) => cells.map((cell, column) => (column ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[0] ?? 0))).join('  '))
    .join('\n');
}

function row({ lab: { slug, article }, outcomes, unchanged }: LabRun): string[] {
  const passed = outcomes.flatMap((outcome) => (outcome.is === 'passed' ? [outcome.observations] : []));
  const symptoms = new Set(passed.flatMap((observations) => observations.symptoms));
  const ran = new Set(passed.flatMap((observations) => Object.keys(observations.commands)));
  const commands = commandsOf(article.source.body.code);
  const seconds = outcomes.reduce((sum, outcome) => sum + (outcome.is === 'skipped' ? 0 : outcome.seconds), 0);
  return [
    slug,
    ...(['passed', 'failed', 'skipped'] as const).map((is) => `${count(outcomes, is)}`),
    `${unchanged}`,
    `${symptoms.size} of ${article.symptoms.size}`,
    `${commands.filter(({ label }) => label !== undefined && ran.has(label)).length} of ${commands.length}`,
    seconds.toFixed(0),
  ];
}
