/** Which files of a Pagefind index are fetched, and how many bytes they are on the way to a browser. */
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { compressedSize } from './runtime-size.ts';

/**
 * Notes the files of the index that are fetched while something runs.
 *
 * @param run what fetches
 * @returns the files' paths below the index's folder
 */
export async function fetchedFiles(run: () => Promise<unknown>): Promise<Set<string>> {
  const files = new Set<string>();
  const note = (message: unknown) => {
    const { request } = message as { request: { path: string } };
    const file = /\/pagefind\/([^?#]+)/.exec(request.path)?.[1];
    if (file) files.add(decodeURIComponent(file));
  };
  subscribe('undici:request:create', note);
  try {
    await run();
  } finally {
    unsubscribe('undici:request:create', note);
  }
  return files;
}

/**
 * The bytes of files of the index. Pagefind's own formats are compressed already.
 *
 * @param folder the index's folder
 * @param files paths below it; those that do not exist count nothing
 */
export function downloadSize(folder: string, files: Iterable<string>): number {
  return [...files]
    .map((file) => path.join(folder, file))
    .filter((file) => existsSync(file))
    .map((file) => (/\.(js|json)$/.test(file) ? compressedSize(readFileSync(file)) : readFileSync(file).length))
    .reduce((sum, bytes) => sum + bytes, 0);
}
