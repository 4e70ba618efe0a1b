/** The files of a lab, and which of them one of its scenarios depends on. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { HashedFile, LabFiles } from '../model/source.ts';

/** The folder of a lab, beside the article. */
export const labFolder = 'lab';
/** The module of a lab that lists its scenarios. */
export const labEntry = 'lab.ts';

/** Folders that programs make beside a lab, and files that editors and systems leave: none of them is part of the lab. */
const ignored = /^(node_modules|__pycache__|\.venv|\.DS_Store|.*~|.*\.swp)$/;

/** Returns the first 16 hex digits of a SHA-256: enough to notice any change. */
export const hashOf = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex').slice(0, 16);

/**
 * Reads all files of a lab, and the modules elsewhere in the content root that it imports.
 *
 * @param article the folder of the article; a folder without a lab gives an empty map
 */
export async function readLabFiles(article: string): Promise<LabFiles> {
  const folder = path.resolve(article, labFolder);
  const root = path.resolve(article, '..', '..');
  const files = new Map<string, HashedFile>();
  const unread = await filesIn(folder);
  for (let file = unread.pop(); file !== undefined; file = unread.pop()) {
    const name = path.relative(folder, file).replaceAll(path.sep, '/');
    const data = files.has(name) ? undefined : await readFile(file).catch(() => undefined);
    if (!data) continue;
    const source = file.endsWith('.ts') ? data.toString('utf8') : undefined;
    files.set(name, { hash: hashOf(data), source });
    // What lies outside the content root is the engine and the project's own code, which have tests of their own.
    const imported = importsOf(source).map((specifier) => path.resolve(path.dirname(file), specifier));
    unread.push(...imported.filter((target) => target.startsWith(root + path.sep)));
  }
  return files;
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const found: string[] = [];
  for (const entry of entries.filter(({ name }) => !ignored.test(name))) {
    const file = path.join(folder, entry.name);
    found.push(...(entry.isDirectory() ? await filesIn(file) : [file]));
  }
  return found;
}

/** Every string of a module that may be a relative import: some are none, but no form of `import` is missed. */
const importsOf = (source = ''): string[] =>
  [...source.matchAll(/(['"`])(\.{1,2}\/[^'"`\n]+)\1/g)].map(([, , specifier = '']) => specifier);

/**
 * Returns the files that a scenario depends on, in the order of their names: all of the lab but the modules of other scenarios.
 * The scenario's own modules are those that contain its name, and all that they import. `lab.ts` only lists scenarios, so a scenario
 * depends on it only when its name stands there.
 *
 * @param scenario the name of the scenario
 */
export function filesOf(scenario: string, files: LabFiles): string[] {
  const modules = importedFrom([labEntry], files);
  const naming = [...modules].filter((file) => files.get(file)?.source?.includes(scenario));
  const own = naming.length ? importedFrom(naming, files) : modules;
  return [...files.keys()].filter((file) => own.has(file) || !modules.has(file)).toSorted();
}

/** Some modules with everything that they import, directly or not. */
function importedFrom(start: readonly string[], files: LabFiles): ReadonlySet<string> {
  const found = new Set<string>();
  const unread = [...start];
  for (let file = unread.pop(); file !== undefined; file = unread.pop()) {
    if (found.has(file) || !files.has(file)) continue;
    found.add(file);
    const folder = path.posix.dirname(file);
    unread.push(...importsOf(files.get(file)?.source).map((specifier) => path.posix.join(folder, specifier)));
  }
  return found;
}
