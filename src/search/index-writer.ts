/** Writes the search index with Pagefind. */
import { close, createIndex, type PagefindIndex } from 'pagefind';
import type { FaultsFile } from './fault.ts';
import { searchRecord } from './record.ts';

async function fillIndex({ faults }: FaultsFile): Promise<PagefindIndex> {
  const { index, errors } = await createIndex({ includeCharacters: '_-' });
  if (!index) throw new Error(`The search index could not be made: ${errors.join('; ')}`);
  for (const fault of faults) {
    const added = await index.addCustomRecord(searchRecord(fault));
    if (added.errors.length) throw new Error(`The symptom "${fault.id}" could not be indexed: ${added.errors.join('; ')}`);
  }
  return index;
}

/**
 * Writes the index of all symptoms to a folder.
 *
 * @param faults the symptoms as published
 * @param outputPath the folder
 */
export async function writeSearchIndex(faults: FaultsFile, outputPath: string): Promise<void> {
  const index = await fillIndex(faults);
  const { errors } = await index.writeFiles({ outputPath });
  await close();
  if (errors.length) throw new Error(`The search index could not be written: ${errors.join('; ')}`);
}

/**
 * The files of the index in memory, by their path below the index's folder.
 *
 * @param faults the symptoms as published
 */
export async function searchIndexFiles(faults: FaultsFile): Promise<Map<string, Uint8Array>> {
  const index = await fillIndex(faults);
  const { files, errors } = await index.getFiles();
  if (errors.length) throw new Error(`The search index could not be made: ${errors.join('; ')}`);
  return new Map(files.map(({ path, content }) => [path, content]));
}
