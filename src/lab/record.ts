/** The record of a lab: `lab.json` and `captures/` beside the article. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { inputsOf, isCurrent, outputsOf } from '../check/lab-inputs.ts';
import { capturesFolder, labFile, readLab } from '../content/read-lab.ts';
import type { LabRecord, ScenarioRecord } from '../model/lab-record.ts';
import type { ArticleSource } from '../model/source.ts';
import { isSame } from './captured.ts';
import type { Lab } from './lab.ts';
import { LabMistake } from './mistake.ts';
import type { LabRun, Outcome } from './outcome.ts';

type Passed = Extract<Outcome, { is: 'passed' }>;
const hasPassed = (outcome: Outcome): outcome is Passed => outcome.is === 'passed';

/** Returns the names of the scenarios that have no record, or one that is out of date. */
export function outOfDate({ article: { source }, scenarios }: Lab): ReadonlySet<string> {
  const current = source.lab.scenarios.filter((scenario) => isCurrent(scenario, source)).map(({ name }) => name);
  return new Set(scenarios.map(({ name }) => name).filter((name) => !current.includes(name)));
}

/**
 * Writes the record and the captures. Scenarios that did not pass keep their last record; the records of removed scenarios are deleted.
 * A capture is not rewritten when the run printed the same, apart from text that varies.
 *
 * @param run the run of the lab
 * @param today the day, `YYYY-MM-DD`
 */
export async function writeRecord({ lab, outcomes }: LabRun, today: string): Promise<void> {
  const { folder, source } = lab.article;
  const passed = outcomes.filter(hasPassed);
  await writeCaptures(folder, source, passed);
  const now = { ...source, captures: (await readLab(folder)).captures };
  const record: LabRecord = {
    scenarios: lab.scenarios.flatMap(({ name }) => {
      const outcome = passed.find(({ scenario }) => scenario.name === name);
      return outcome ? [recordOf(outcome, today, now)] : source.lab.scenarios.filter((scenario) => scenario.name === name);
    }),
  };
  if (record.scenarios.length === 0) return;
  await removeCaptures(folder, [...now.captures.keys()], record);
  await writeFile(path.join(folder, labFile), `${JSON.stringify(record, undefined, 2)}\n`);
}

async function writeCaptures(folder: string, { captures }: ArticleSource, passed: readonly Passed[]): Promise<void> {
  await mkdir(path.join(folder, capturesFolder), { recursive: true });
  for (const { observations } of passed)
    for (const [name, found] of observations.texts)
      if (!isSame(found, captures.get(name) ?? '')) await writeFile(path.join(folder, capturesFolder, `${name}.txt`), found.text);
}

/** Deletes captures that no scenario writes any more. */
async function removeCaptures(folder: string, names: readonly string[], { scenarios }: LabRecord): Promise<void> {
  const kept = scenarios.flatMap(({ captures }) => Object.keys(captures));
  const shared = kept.find((name, index) => kept.indexOf(name) !== index);
  if (shared !== undefined) throw new LabMistake(`Two scenarios write the capture "${shared}": give each capture a name of its own.`);
  for (const name of names) if (!kept.includes(name)) await rm(path.join(folder, capturesFolder, `${name}.txt`));
}

function recordOf({ scenario, observations }: Passed, today: string, now: ArticleSource): ScenarioRecord {
  const { software, symptoms } = observations;
  const ran = { name: scenario.name, captures: sorted(observations.captures), commands: sorted(observations.commands) };
  const { name, captures, commands } = ran;
  return {
    ...{ name, date: today, software, symptoms: symptoms.toSorted(), captures, commands },
    ...{ inputs: inputsOf(ran, now), outputs: outputsOf(ran, now) },
  };
}

const sorted = <T>(entries: Record<string, T>): Record<string, T> =>
  Object.fromEntries(Object.entries(entries).toSorted(([a], [b]) => a.localeCompare(b)));

/**
 * Compares the output of a run with the captures, and changes nothing. Scenarios that ran on other software versions than the recorded
 * ones are skipped: their output may differ.
 *
 * @returns a text for each capture that differs
 */
export function differences({ lab, outcomes }: LabRun): string[] {
  const { lab: record, captures } = lab.article.source;
  return outcomes.filter(hasPassed).flatMap(({ scenario, observations }) => {
    const recorded = record.scenarios.find(({ name }) => name === scenario.name);
    if (JSON.stringify(recorded?.software) !== JSON.stringify(observations.software)) return [];
    return [...observations.texts]
      .filter(([name, now]) => !isSame(now, captures.get(name) ?? ''))
      .map(([name, { text }]) => `The capture "${name}" of "${scenario.name}" is now:\n${text}\nIt was:\n${captures.get(name) ?? ''}`);
  });
}
