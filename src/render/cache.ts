/** Results that are costly to make, kept by the hash of what they were made from. */
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** A folder below the project's cache, which a fresh clone does not have. */
export const cacheFolder = (name: string): string => path.resolve('node_modules/.cache/faultbook', name);

/** The key of what was made from these parts. */
export const cacheKey = (...parts: (string | Uint8Array)[]): string => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex').slice(0, 32);
};

/** A cache of files of one kind. */
export interface FileCache {
  read(key: string): Promise<Buffer | undefined>;
  write(key: string, content: string | Uint8Array): Promise<void>;
}

/**
 * Opens a cache.
 *
 * @param name the folder below the project's cache
 * @param extension of its files, e.g. `.json`
 */
export function openCache(name: string, extension: string): FileCache {
  const folder = cacheFolder(name);
  const fileOf = (key: string) => path.join(folder, `${key}${extension}`);
  return {
    read: (key) => readFile(fileOf(key)).catch(() => undefined),
    async write(key, content) {
      await mkdir(folder, { recursive: true });
      const unfinished = path.join(folder, `${randomUUID()}.part`);
      await writeFile(unfinished, content);
      await rename(unfinished, fileOf(key));
    },
  };
}
