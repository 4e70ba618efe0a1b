/** Writes what a lab found beside its article: the record and the captures. */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { capturesFolder, labFile, readLab } from '../content/read-lab.ts';
import type { LabRecord, ScenarioRecord } from '../model/lab-record.ts';
import { isSame } from './captured.ts';
import type { Lab } from './lab.ts';
import type { LabRun, Outcome } from './runner.ts';

type Passed = Extract<Outcome, { is: 'passed' }>;
const hasPassed = (outcome: Outcome): outcome is Passed => outcome.is === 'passed';

/**
 * Writes the record and the captures. Scenarios that did not run keep what they recorded before; those that the lab no longer
 * has lose it. A capture stays as it is when a new run printed the same but for what varies.
 *
 * @param lab the lab
 * @param run what it found
 * @param today the day, `YYYY-MM-DD`
 */
export async function writeRecord(lab: Lab, { article, outcomes }: LabRun, today: string): Promise<void> {
  const passed = outcomes.filter(hasPassed);
  const { lab: before } = await readLab(article.folder);
  const record: LabRecord = {
    scenarios: lab.scenarios.flatMap(({ name }) => {
      const outcome = passed.find(({ scenario }) => scenario.name === name);
      return outcome ? [recordOf(outcome, today)] : before.scenarios.filter((scenario) => scenario.name === name);
    }),
  };
  if (record.scenarios.length === 0) return;
  const folder = path.join(article.folder, capturesFolder);
  await mkdir(folder, { recursive: true });
  for (const { observations } of passed)
    for (const [name, found] of observations.texts) {
      const file = path.join(folder, `${name}.txt`);
      if (!isSame(found, await earlier(file))) await writeFile(file, found.text);
    }
  const kept = new Set(record.scenarios.flatMap(({ captures }) => Object.keys(captures)));
  for (const name of (await readLab(article.folder)).captures.keys()) if (!kept.has(name)) await rm(path.join(folder, `${name}.txt`));
  await writeFile(path.join(article.folder, labFile), `${JSON.stringify(record, undefined, 2)}\n`);
}

const earlier = (file: string) => readFile(file, 'utf8').catch(() => '');

function recordOf({ scenario, observations }: Passed, today: string): ScenarioRecord {
  const sorted = <T>(entries: Record<string, T>) => Object.fromEntries(Object.entries(entries).toSorted(([a], [b]) => a.localeCompare(b)));
  return {
    name: scenario.name,
    date: today,
    software: observations.software,
    symptoms: observations.symptoms.toSorted(),
    captures: sorted(observations.captures),
    commands: sorted(observations.commands),
  };
}

/**
 * Holds a run against the committed record, without changing it. Output is compared where the software has the recorded versions.
 *
 * @returns what differs, a sentence each
 */
export async function differences({ article, outcomes }: LabRun): Promise<string[]> {
  const { lab } = await readLab(article.folder);
  const found: string[] = [];
  for (const outcome of outcomes.filter(hasPassed)) {
    const { scenario, observations } = outcome;
    const recorded = lab.scenarios.find(({ name }) => name === scenario.name);
    if (!recorded) {
      found.push(`"${scenario.name}" is not in the record; run "npm run lab -- ${article.slug}" and commit what it writes.`);
      continue;
    }
    if (JSON.stringify(recorded.software) !== JSON.stringify(observations.software)) continue;
    for (const [name, now] of observations.texts) {
      const before = await earlier(path.join(article.folder, capturesFolder, `${name}.txt`));
      if (!isSame(now, before)) found.push(`The capture "${name}" of "${scenario.name}" is now:\n${now.text}\nIt was:\n${before}`);
    }
  }
  return found;
}
