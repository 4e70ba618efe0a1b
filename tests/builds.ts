/** The built sites under test, and their files. */
import { readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { publishedAt } from '../src/content/published-at.ts';
import { readSite } from '../src/content/read-site.ts';
import { settings } from '../src/settings.ts';

/** A built site, the path that it is published under, and the folder of its content. */
export interface Build {
  folder: string;
  base: string;
  content: string;
}

/** A folder outside of the project; each checkout on a machine has its own. */
const elsewhere = path.join(tmpdir(), `fixture site of ${path.resolve().replaceAll(/[^\w-]+/g, '-')}`);

/** The builds that the engine's tests read. Their content is made for the tests, so no test depends on what articles say. */
export const builds = {
  /** The fixture site at the root of a server, see `tests/fixture-site/write.ts`. */
  root: { folder: 'dist-fixture', base: '/', content: '.cache/fixture-site' },
  /** The same content, from a folder outside of the project, built once before a change and once after it. */
  again: { folder: 'dist-fixture-again', base: '/', content: elsewhere },
  /** A new site, with the one article that every new site begins with, see `scripts/new-site/`. */
  fresh: { folder: 'dist-new-site', base: '/', content: '.cache/new-site' },
  /** A small site under a base path, whose articles were renamed, merged and split, see `tests/content/history-stages.ts`. */
  history: { folder: 'dist-history', base: '/kb/', content: 'tests/fixtures/history/4-split' },
  /** The site of another team, with all that `site.yaml` can change. */
  northwind: { folder: 'dist-northwind', base: '/kb/', content: 'tests/fixtures/northwind' },
} as const satisfies Record<string, Build>;

/** The site itself: the build that `npm run test:site` makes and checks. */
export const site: Build = {
  folder: settings.outDir,
  base: publishedAt((await readSite(settings.contentRoot)).site).basePath,
  content: settings.contentRoot,
};

/** The environment variables for a build. */
export const buildEnvironment = ({ folder, base, content }: Build) => ({
  CONTENT_ROOT: path.resolve(content),
  BASE_PATH: base,
  OUT_DIR: path.resolve(folder),
});

/** The command that makes a build. */
export const buildCommand = (build: Build): string =>
  `CONTENT_ROOT='${build.content}' BASE_PATH=${build.base} OUT_DIR=${build.folder} npm run build`;

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
