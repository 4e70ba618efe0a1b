/** Pagefind's own files of an index. */
import { close, createIndex } from 'pagefind';
import type { SearchRecord } from './record.ts';

/** A file of the index, by its path below the index's folder. */
export type IndexFile = readonly [name: string, content: Uint8Array];

/**
 * Indexes records with Pagefind. Pagefind runs as a separate process, which is closed even after an error.
 *
 * @param records what to index
 * @throws {Error} with Pagefind's reason when it rejects a record
 */
export async function pagefindFiles(records: readonly SearchRecord[]): Promise<IndexFile[]> {
  try {
    const { index, errors } = await createIndex({ includeCharacters: '_' });
    if (!index) throw new Error(`The search index could not be built: ${errors.join('; ')}`);
    for (const record of records) {
      const added = await index.addCustomRecord({ ...record });
      if (added.errors.length) throw new Error(`The symptom at ${record.url} could not be indexed: ${added.errors.join('; ')}`);
    }
    const made = await index.getFiles();
    if (made.errors.length) throw new Error(`The search index could not be built: ${made.errors.join('; ')}`);
    return made.files.map(({ path, content }) => [path, content]);
  } finally {
    await close();
  }
}
