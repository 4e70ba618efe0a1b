/** The copy of the site that a reader keeps, as pages and the service worker see it: one whole version, or none. */
import { permalinks } from '../../addresses/site.ts';
import type { SiteFile, SiteVersion } from './site-version.ts';

/** A copy that is whole. */
export interface KeptCopy extends SiteVersion {
  /** When it was kept, as an ISO time. */
  keptAt: string;
}

/** Names of this site's caches; other sites may lie on the same server. */
const named = (name: string) => `faultbook ${permalinks.home()} ${name}`;
/** The caches: of visited pages, of hashed files, and of what says which copy is kept. */
export const cacheNames = { pages: named('pages'), assets: named('assets'), kept: named('kept') } as const;
/** The cache of what the service worker shows for pages that are not kept. */
export const shellCache = (name: string): string => named(`shell ${name}`);
/** The cache of a version of the whole site. */
export const copyCache = (version: string): string => named(`copy ${version}`);

/** An entry in the cache `kept`, and the key of the list of files in each copy. No file of the site has this address. */
const recordAddress = `${permalinks.offline()}kept`;

/** The copy that is kept. It counts only once it is recorded, which happens last: one that breaks off is never served. */
export async function keptCopy(): Promise<KeptCopy | undefined> {
  const record = await caches.match(recordAddress, { cacheName: cacheNames.kept });
  return record && ((await record.json()) as KeptCopy);
}

/** Records which copy is kept, in one step. */
export async function recordCopy(copy: KeptCopy, files: readonly SiteFile[]): Promise<void> {
  await (await caches.open(copyCache(copy.version))).put(recordAddress, new Response(JSON.stringify(files)));
  await (await caches.open(cacheNames.kept)).put(recordAddress, new Response(JSON.stringify(copy)));
}

/** The files of a copy. */
export async function filesOfCopy({ version }: KeptCopy): Promise<SiteFile[]> {
  const list = await caches.match(recordAddress, { cacheName: copyCache(version) });
  return list ? ((await list.json()) as SiteFile[]) : [];
}

/**
 * A file of a copy.
 *
 * @param copy the copy
 * @param pathname the file's address, without query
 */
export const keptFile = ({ version }: KeptCopy, pathname: string): Promise<Response | undefined> =>
  caches.match(pathname, { cacheName: copyCache(version), ignoreVary: true });

/** Deletes what is there of other copies: former ones, and those that broke off. */
export async function deleteOtherCopies(kept: KeptCopy | undefined): Promise<void> {
  const others = (await caches.keys()).filter((name) => name.startsWith(copyCache('')) && name !== copyCache(kept?.version ?? '-'));
  await Promise.all(others.map((name) => caches.delete(name)));
}
