/** Caches results that take long to compute in files, by a hash of their inputs. */
import { createHash, randomUUID } from 'node:crypto';
import { access, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';

const projectCache = 'node_modules/.cache/faultbook';

/** Returns a folder in the project's cache. The folder may not exist yet. */
export const cacheFolder = (name: string): string => path.resolve(projectCache, name);

/** Returns the key of the result that depends on these inputs. */
export const cacheKey = (...parts: (string | Uint8Array)[]): string => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex').slice(0, 32);
};

/** A cache of files of one kind. */
export interface FileCache {
  has(key: string): Promise<boolean>;
  /** Returns the cached content; undefined when there is none. */
  read(key: string): Promise<Buffer | undefined>;
  write(key: string, content: string | Uint8Array): Promise<void>;
  /** Returns the path of the file for a key, whether it exists or not. */
  fileOf(key: string): string;
}

/**
 * Opens a cache.
 *
 * @param name the folder below the project's cache, or below the one that FAULTBOOK_CACHE names
 * @param extension the extension of the files, e.g. `.json`
 */
export function openCache(name: string, extension: string): FileCache {
  const folder = () => path.resolve(process.env['FAULTBOOK_CACHE'] ?? projectCache, name);
  const fileOf = (key: string) => path.join(folder(), `${key}${extension}`);
  return {
    fileOf,
    has: (key) =>
      access(fileOf(key)).then(
        () => true,
        () => false,
      ),
    read: (key) => readFile(fileOf(key)).catch(() => undefined),
    async write(key, content) {
      await mkdir(folder(), { recursive: true });
      const unfinished = path.join(folder(), `${randomUUID()}.part`);
      await writeFile(unfinished, content);
      await rename(unfinished, fileOf(key));
    },
  };
}
