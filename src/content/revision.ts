/** The revision of an article's content. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * Returns the revision of an article's source: the first eight hex digits of a SHA-256 over the names and contents of
 * `index.mdx` and its captures. The same files give the same revision everywhere, with or without Git.
 *
 * @param folder the article's folder
 */
export async function revisionOf(folder: string): Promise<string> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = found
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.relative(folder, path.join(parentPath, name)).replaceAll(path.sep, '/'))
    .filter((file) => file === 'index.mdx' || file.startsWith('captures/'))
    .toSorted();
  const digests = files.map(async (file) => [file, sha256(await readFile(path.join(folder, file)))] as const);
  return sha256(JSON.stringify(await Promise.all(digests))).slice(0, 8);
}

const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');
