import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { labRecordSchema, type LabRecord } from '../model/lab-record.ts';
import type { Finding } from '../model/issue.ts';

/** The record of a lab, beside the article. */
export const labFile = 'lab.json';
/** The folder of what a lab captured, beside the article. */
export const capturesFolder = 'captures';

/** What a lab recorded, as far as it can be read. */
export interface ReadLab {
  lab: LabRecord;
  /** The text of each file in `captures/`, by its name without `.txt`. */
  captures: ReadonlyMap<string, string>;
  findings: Finding[];
}

/** An article without a lab. */
export const noLab: ReadLab = { lab: { scenarios: [] }, captures: new Map(), findings: [] };

/**
 * Reads what the lab of an article recorded.
 *
 * @param folder the folder of the article
 */
export async function readLab(folder: string): Promise<ReadLab> {
  const text = await readFile(path.join(folder, labFile), 'utf8').catch(() => undefined);
  const captures = await readCaptures(path.join(folder, capturesFolder));
  return { captures, ...(text === undefined ? { lab: noLab.lab, findings: [] } : parseLab(text)) };
}

async function readCaptures(folder: string): Promise<ReadonlyMap<string, string>> {
  const files = (await readdir(folder).catch(() => [])).filter((file) => file.endsWith('.txt')).toSorted();
  return new Map(
    await Promise.all(files.map(async (file) => [path.parse(file).name, await readFile(path.join(folder, file), 'utf8')] as const)),
  );
}

function parseLab(text: string): { lab: LabRecord; findings: Finding[] } {
  const wrong = (found: string): { lab: LabRecord; findings: Finding[] } => ({
    lab: noLab.lab,
    findings: [
      {
        kind: 'lab-record',
        line: 1,
        column: 1,
        found,
        mend: 'a lab writes this file; run the lab again instead of editing it: "npm run lab -- <slug>"',
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
