import { readdir, readFile } from 'node:fs/promises';
import type { Dirent } from 'node:fs';

/** Why something could not be read: it does not exist, or the system refuses, e.g. `permission denied`. */
export type ReadFailure = 'missing' | { refused: string };

/**
 * Reads a file of a content root.
 *
 * @returns its bytes, or why there are none; errors that an author or administrator can fix are not thrown
 */
export const readContentFile = (file: string): Promise<{ bytes: Uint8Array } | { failure: ReadFailure }> =>
  readFile(file).then(
    (bytes) => ({ bytes }),
    (error: unknown) => ({ failure: failureOf(error) }),
  );

/**
 * Lists a folder of a content root.
 *
 * @returns its entries in the order of their names, or why there are none
 */
export const listContentFolder = (folder: string): Promise<{ entries: Dirent[] } | { failure: ReadFailure }> =>
  readdir(folder, { withFileTypes: true }).then(
    (entries) => ({ entries: entries.toSorted((a, b) => (a.name < b.name ? -1 : 1)) }),
    (error: unknown) => ({ failure: failureOf(error) }),
  );

/** Returns the failure for an error of the file system, which has a code. Any other error is a bug and is rethrown. */
function failureOf(error: unknown): ReadFailure {
  if (!(error instanceof Error && 'code' in error)) throw error;
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return 'missing';
  return { refused: /^\w+: ([^,]+)/.exec(error.message)?.[1] ?? error.message };
}
