/** The record of a lab: which symptoms appeared on which software, which commands ran, and hashes that show whether it is current. */
import { z } from 'zod';
import { idForm, idPattern } from './id.ts';
import type { Signature } from './article.ts';
import { testedWithSchema } from './schema.ts';

const label = z.string().regex(idPattern, `must be ${idForm}`);
const hash = z.string().regex(/^[0-9a-f]{16}$/, 'must be the hash that the lab writes: 16 hex digits');

/** The last run of one scenario. */
export const scenarioRecordSchema = z.strictObject({
  name: z.string().min(3).describe('What happens in it, unique in the lab.'),
  date: z.iso.date().describe('The day of its last run.'),
  software: z.array(testedWithSchema).min(1).describe('The software that it ran, with exact versions.'),
  symptoms: z.array(label).describe('Ids of the symptoms that appeared.'),
  captures: z.record(label, z.array(label)).describe('Names of the captures that it wrote, each with the symptoms that the capture shows.'),
  commands: z.record(label, z.string()).describe('The commands of the article that ran, by label, as they stood in the article.'),
  inputs: hash.describe('A hash of what the run depended on: those commands, the files of the lab, which symptoms the captures show.'),
  outputs: z.record(label, hash).describe('A hash of each capture, by its name.'),
});

/** The schema of `lab.json` beside an article. */
export const labRecordSchema = z.strictObject({
  scenarios: z.array(scenarioRecordSchema).describe('The scenarios of the lab, in their order.'),
});

/** @see labRecordSchema */
export type LabRecord = z.output<typeof labRecordSchema>;
/** @see scenarioRecordSchema */
export type ScenarioRecord = z.output<typeof scenarioRecordSchema>;

/** Where and when something ran. */
export interface Evidence {
  /** Software with its version, e.g. "Redis 7.0.15", each once. */
  software: string[];
  /** The latest day, `YYYY-MM-DD`. */
  date: string;
}

/**
 * Returns the software and the latest day of some scenarios.
 *
 * @param scenarios the scenarios in which the symptom appeared or the command ran
 * @returns undefined when there are none
 */
export function evidenceOf(scenarios: readonly ScenarioRecord[]): Evidence | undefined {
  const date = scenarios
    .map((scenario) => scenario.date)
    .toSorted()
    .at(-1);
  if (!date) return undefined;
  return { software: [...new Set(scenarios.flatMap(({ software }) => software.map((one) => `${one.software} ${one.version}`)))], date };
}

/**
 * Returns the software of some evidence in words, with the versions of one software joined.
 *
 * @param evidence the software to name
 * @param most how many software names to list; the others are counted
 * @returns e.g. "Redis 7.0.15 and 8.0.2, ioredis 6.0.0 and 9 more"
 */
export function softwareInWords({ software }: Evidence, most = 3): string {
  const versions = Map.groupBy(software, (one) => one.slice(0, one.lastIndexOf(' ')));
  const named = [...versions].map(([name, those]) => `${name} ${those.map((one) => one.slice(name.length + 1)).join(' and ')}`);
  const others = named.length - most;
  return others > 1 ? `${named.slice(0, most).join(', ')} and ${others} more` : named.join(', ');
}

/**
 * Returns how it is known that a symptom looks as it is told, in words.
 *
 * @param signatures the wordings of the symptom
 * @param evidence where its lab reproduced it, if it did
 * @param most how many software names to list
 */
export function provenance(
  signatures: readonly Pick<Signature, 'seenOn' | 'source'>[],
  evidence: Evidence | undefined,
  most?: number,
): string {
  if (evidence) return `Reproduced on ${softwareInWords(evidence, most)}`;
  const seenOn = signatures.find((signature) => signature.seenOn)?.seenOn;
  if (seenOn) return `Seen on ${seenOn}`;
  return signatures.some(({ source }) => source) ? 'Quoted from its source, not reproduced here' : 'Not reproduced here';
}

/** Returns the evidence that a symptom was reproduced; undefined when none is recorded. */
export const symptomEvidence = ({ scenarios }: LabRecord, symptom: string): Evidence | undefined =>
  evidenceOf(scenarios.filter(({ symptoms }) => symptoms.includes(symptom)));

/** Returns the name of the first capture that shows a symptom; undefined when there is none. */
export const symptomCaptureName = ({ scenarios }: LabRecord, symptom: string): string | undefined =>
  scenarios.flatMap(({ captures }) => Object.entries(captures)).find(([, symptoms]) => symptoms.includes(symptom))?.[0];

/** Returns the evidence that a command ran as it stands in the article; undefined when it did not. */
export const commandEvidence = ({ scenarios }: LabRecord, name: string, text: string): Evidence | undefined =>
  evidenceOf(scenarios.filter(({ commands }) => commands[name] === text));
