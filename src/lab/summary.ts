/** The table at the end of a run of labs. */
import { commandsOf } from '../model/commands.ts';
import type { LabArticle } from './article.ts';
import type { LabRun, Outcome } from './runner.ts';

const count = (outcomes: readonly Outcome[], is: Outcome['is']) => outcomes.filter((outcome) => outcome.is === is).length;

/** One row a lab: scenarios, symptoms reproduced, commands run, seconds. */
export function summary(runs: readonly LabRun[]): string {
  const head = ['lab', 'passed', 'failed', 'skipped', 'symptoms', 'commands', 'seconds'];
  const rows = [head, ...runs.map(row)];
  const widths = head.map((_, column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0)));
  return rows
    .map((cells) => cells.map((cell, column) => (column ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[0] ?? 0))).join('  '))
    .join('\n');
}

function row({ article, outcomes }: LabRun): string[] {
  const passed = outcomes.flatMap((outcome) => (outcome.is === 'passed' ? [outcome.observations] : []));
  const symptoms = new Set(passed.flatMap((observations) => observations.symptoms));
  const commands = new Set(passed.flatMap((observations) => Object.keys(observations.commands)));
  const seconds = outcomes.reduce((sum, outcome) => sum + (outcome.is === 'skipped' ? 0 : outcome.seconds), 0);
  return [
    article.slug,
    `${count(outcomes, 'passed')}`,
    `${count(outcomes, 'failed')}`,
    `${count(outcomes, 'skipped')}`,
    `${symptoms.size} of ${article.symptoms.size}`,
    `${[...commands].filter((label) => isCommand(article, label)).length} of ${commandCount(article)}`,
    seconds.toFixed(0),
  ];
}

const isCommand = ({ blocks }: LabArticle, label: string) => commandsOf([...blocks.values()]).some((block) => block.label === label);
const commandCount = ({ code }: LabArticle) => commandsOf(code).length;
