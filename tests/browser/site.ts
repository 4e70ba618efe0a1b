/** The served fixture site under test: where it is, what it publishes, and one page of every type. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { FaultsFile } from '../../src/model/faults-file.ts';
import { searchedSymptoms, type SearchedSymptom } from '../../src/search/searched-symptom.ts';
import { buildCommand, builds, type Build } from '../builds.ts';

/** The URL of the fixture site, which is published at the root of a server. */
export const rootUrl = (): string => served('E2E_ROOT_URL', builds.root);
/** The URL of the fixture under a base path, whose addresses have changed. */
export const historyUrl = (): string => served('E2E_HISTORY_URL', builds.history);
/** The URL of the site of another team. */
export const northwindUrl = (): string => served('E2E_NORTHWIND_URL', builds.northwind);

function served(name: string, build: Build): string {
  const url = process.env[name];
  if (!url)
    throw new Error(
      `${build.folder} is not built. "npm test -- builds" makes all builds that tests read; this one: ${buildCommand(build)}`,
    );
  return url;
}

/** The URL of an address of the site at the root. */
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

/** A text that the search answers with a match of the symptom, where it has a message. */
export const messageOf = ({ signatures, title }: SearchedSymptom): string => signatures[0]?.text ?? title;

/** A page of each type; where there are many, the one of the fixture that has most of what such a page can have. */
export const pageTypes = {
  front: () => Promise.resolve('/'),
  article: () => Promise.resolve('/articles/courier-out-of-memory/'),
  symptom: async () => (await symptomsOf())[0].url,
  'list of symptoms': () => Promise.resolve('/symptoms/'),
  technology: () => Promise.resolve('/technologies/courier/'),
  search: () => Promise.resolve('/search/'),
  articles: () => Promise.resolve('/articles/'),
  'search with results': async () => `/search/#q=${encodeURIComponent(messageOf((await symptomsOf())[0]))}`,
  use: () => Promise.resolve('/use/'),
  offline: () => Promise.resolve('/offline/'),
  'not found': () => Promise.resolve('/no-such-page/'),
} as const satisfies Record<string, () => Promise<string>>;

/** The name of a page type. */
export type PageType = keyof typeof pageTypes;
/** The names of all page types. */
export const pageTypeNames = Object.keys(pageTypes) as PageType[];
