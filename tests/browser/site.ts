/** The served site under test: where it is, what it publishes, and one page of every type. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { FaultsFile } from '../../src/model/faults-file.ts';
import { searchedSymptoms, type SearchedSymptom } from '../../src/search/searched-symptom.ts';
import { builds, type Build } from './builds.ts';

/** Where the site is that is published at the root of a server. */
export const rootUrl = (): string => served('E2E_ROOT_URL');
/** Where the site is that is published under a base path. */
export const underBaseUrl = (): string => served('E2E_BASE_URL');
/** Where the fixture is whose addresses have changed. */
export const historyUrl = (): string => served('E2E_HISTORY_URL');

function served(name: string): string {
  const url = process.env[name];
  if (!url) throw new Error(`${name} is not set: run these tests with "npx playwright test", whose global set-up serves the builds.`);
  return url;
}

/** The address of a path of the site at the root. */
export const at = (address: string): string => new URL(address, rootUrl()).href;

/** The `faults.json` of a build. */
export const faultsFileOf = async ({ folder }: Build): Promise<FaultsFile> =>
  JSON.parse(await readFile(path.join(folder, 'faults.json'), 'utf8')) as FaultsFile;

/** The symptoms that a build publishes, with paths for addresses. */
export async function symptomsOf(build: Build = builds.root): Promise<[SearchedSymptom, ...SearchedSymptom[]]> {
  const [first, ...others] = searchedSymptoms(await faultsFileOf(build));
  if (!first) throw new Error(`${build.folder}/faults.json publishes no symptom: there is nothing to test.`);
  return [first, ...others];
}

/** The paths of all articles. */
export async function articlePaths(): Promise<string[]> {
  return [...new Set((await symptomsOf()).map(({ article }) => article.url))];
}

const sitemapPath = async (part: string) => {
  const sitemap = await readFile(path.join(builds.root.folder, 'sitemap-0.xml'), 'utf8');
  const found = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)]
    .map(([, url = '']) => new URL(url).pathname)
    .find((url) => url.startsWith(part));
  if (!found) throw new Error(`The sitemap holds no address below ${part}.`);
  return found;
};

/** A page of each type; where there are many, the first that the site publishes. */
export const pageTypes = {
  front: () => Promise.resolve('/'),
  article: async () => (await symptomsOf())[0].article.url,
  symptom: async () => (await symptomsOf())[0].url,
  'symptoms A–Z': () => Promise.resolve('/symptoms/'),
  technology: () => sitemapPath('/technologies/'),
  search: () => Promise.resolve('/search/'),
  'search with results': async () => `/search/#q=${encodeURIComponent((await symptomsOf())[0].title)}`,
  use: () => Promise.resolve('/use/'),
  offline: () => Promise.resolve('/offline/'),
  'not found': () => Promise.resolve('/no-such-page/'),
} as const satisfies Record<string, () => Promise<string>>;

/** The name of a page type. */
export type PageType = keyof typeof pageTypes;
/** The names of all page types. */
export const pageTypeNames = Object.keys(pageTypes) as PageType[];
