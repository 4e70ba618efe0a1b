import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Place } from '../model/body.ts';
import { labRecordSchema, type LabRecord } from '../model/lab-record.ts';
import type { Finding } from '../model/issue.ts';
import type { LabFiles } from '../model/source.ts';
import { readLabFiles } from './lab-files.ts';

/** The record of a lab, beside the article. */
export const labFile = 'lab.json';
/** The folder of a lab's captures, beside the article. */
export const capturesFolder = 'captures';

/** A lab: its files, and everything of its record that could be read. */
export interface ReadLab {
  lab: LabRecord;
  /** The text of each file in `captures/`, by its name without `.txt`. */
  captures: ReadonlyMap<string, string>;
  labFiles: LabFiles;
  /** Returns the place in `lab.json` where the record of a scenario begins. */
  placeOfScenario: (name: string) => Place;
  /** Whether `lab.json` could be read or does not exist. When false, it is unknown which commands ran. */
  labReadable: boolean;
  /** The issues of the record. */
  findings: Finding[];
}

const atStart = { line: 1, column: 1 };

/** An article without a lab. */
export const noLab: ReadLab = {
  lab: { scenarios: [] },
  captures: new Map(),
  labFiles: new Map(),
  placeOfScenario: () => atStart,
  labReadable: true,
  findings: [],
};

/**
 * Reads the lab of an article, and its record.
 *
 * @param folder the folder of the article
 */
export async function readLab(folder: string): Promise<ReadLab> {
  const text = await readFile(path.join(folder, labFile), 'utf8').catch(() => undefined);
  const [captures, labFiles] = await Promise.all([readCaptures(path.join(folder, capturesFolder)), readLabFiles(folder)]);
  if (text === undefined) return { ...noLab, captures, labFiles };
  const parsed = parseLab(text);
  const labReadable = parsed.findings.length === 0;
  return { ...parsed, captures, labFiles, labReadable, placeOfScenario: (name) => placeOfName(text, name) };
}

async function readCaptures(folder: string): Promise<ReadonlyMap<string, string>> {
  const files = (await readdir(folder).catch(() => [])).filter((file) => file.endsWith('.txt')).toSorted();
  return new Map(
    await Promise.all(files.map(async (file) => [path.parse(file).name, await readFile(path.join(folder, file), 'utf8')] as const)),
  );
}

function placeOfName(text: string, name: string): Place {
  const before = text.split(`"name": ${JSON.stringify(name)}`, 1)[0] ?? '';
  if (before.length === text.length) return atStart;
  const lines = before.split('\n');
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}

function parseLab(text: string): { lab: LabRecord; findings: Finding[] } {
  const wrong = (found: string): { lab: LabRecord; findings: Finding[] } => ({
    lab: noLab.lab,
    findings: [
      {
        kind: 'lab-record',
        ...atStart,
        found,
        mend: 'a lab writes this file: restore the committed version, e.g. with "git checkout", and run the lab again instead of editing it',
      },
    ],
  });
  try {
    const { data, error } = labRecordSchema.safeParse(JSON.parse(text));
    return data
      ? { lab: data, findings: [] }
      : wrong(`${error.issues[0]?.path.join('.') ?? ''}: ${error.issues[0]?.message ?? 'wrong form'}`);
  } catch (error) {
    return wrong(error instanceof Error ? error.message : String(error));
  }
}
