/** The built sites under test, and their files. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** A built site and the path that it is published under. */
export interface Build {
  folder: string;
  base: string;
  /** The folder of its content, when it is not the site's own. */
  content?: string;
}

/** `npm test` makes them all, from one commit. */
export const builds = {
  root: { folder: 'dist', base: '/' },
  underBase: { folder: 'dist-kb', base: '/kb/' },
  again: { folder: 'dist-again', base: '/' },
  /** The fixture of a site that was renamed, merged and split, see `tests/content/history-stages.ts`. */
  history: { folder: 'dist-history', base: '/kb/', content: 'tests/fixtures/history/4-split' },
} as const satisfies Record<string, Build>;

/** The files of a folder and the folders in it, as sorted paths below it with forward slashes. */
export async function filesOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .toSorted();
}

/** The HTML pages of a build, by their path. */
export async function pagesOf({ folder }: Build): Promise<Map<string, string>> {
  const pages = (await filesOf(folder)).filter((file) => file.endsWith('.html'));
  return new Map(await Promise.all(pages.map(async (file) => [file, await readFile(path.join(folder, file), 'utf8')] as const)));
}

/** The address of a page below the site's own, from the path of its file. */
export const addressOfFile = (file: string): string => file.replace(/(^|\/)index\.html$/, '$1');
