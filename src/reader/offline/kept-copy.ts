/** The copy of the site that a reader keeps. Pages and the service worker see one whole version, or none. */
import { permalinks } from '../../addresses/site.ts';
import type { SiteFile, SiteVersion } from './site-version.ts';

/** A finished copy. */
export interface KeptCopy extends SiteVersion {
  /** When it was kept, as an ISO time. */
  keptAt: string;
}

const ownWord = 'knowledge-base';
/** Returns the name of a cache. It contains the base path, because the same server may have other sites. */
const named = (name: string) => `${ownWord} ${permalinks.home()} ${name}`;
/** The names of the caches: visited pages, hashed files, and the record of the kept copy. */
export const cacheNames = { pages: named('pages'), assets: named('assets'), kept: named('kept') } as const;
/** Returns the name of the cache with the page that the service worker shows instead of pages that are not kept. */
export const shellCache = (name: string): string => named(`shell ${name}`);
/** Returns the name of the cache with a version of the whole site. */
export const copyCache = (version: string): string => named(`copy ${version}`);

/**
 * Returns whether a cache of this site has a name from before December 2026, when another word stood in front. Nothing reads such a cache any
 * more. Goes at the end of 2027.
 */
export function isFormerlyNamed(cache: string): boolean {
  const [word, home, kind = ''] = cache.split(' ');
  return word !== ownWord && home === permalinks.home() && ['pages', 'assets', 'kept', 'shell', 'copy'].includes(kind);
}

/** The key of the record in the cache `kept`, and of the list of files in each copy. No file of the site has this URL. */
const recordAddress = `${permalinks.offline()}kept`;

/** Returns the copy that is kept. A copy counts only once it is recorded, which happens last: an unfinished one is never served. */
export async function keptCopy(): Promise<KeptCopy | undefined> {
  const record = await caches.match(recordAddress, { cacheName: cacheNames.kept });
  return record && ((await record.json()) as KeptCopy);
}

/** Records which copy is kept, in one step. */
export async function recordCopy(copy: KeptCopy, files: readonly SiteFile[]): Promise<void> {
  await (await caches.open(copyCache(copy.version))).put(recordAddress, new Response(JSON.stringify(files)));
  await (await caches.open(cacheNames.kept)).put(recordAddress, new Response(JSON.stringify(copy)));
}

/** Returns the list of files of a copy. */
export async function filesOfCopy({ version }: KeptCopy): Promise<SiteFile[]> {
  const list = await caches.match(recordAddress, { cacheName: copyCache(version) });
  return list ? ((await list.json()) as SiteFile[]) : [];
}

/**
 * Returns a file of a copy, if the copy has it.
 *
 * @param copy the copy
 * @param pathname the path of the file's URL, without the query
 */
export const keptFile = ({ version }: KeptCopy, pathname: string): Promise<Response | undefined> =>
  caches.match(pathname, { cacheName: copyCache(version), ignoreVary: true });

/** Deletes all copies but one: former ones and unfinished ones. */
export async function deleteOtherCopies(kept: KeptCopy | undefined): Promise<void> {
  const others = (await caches.keys()).filter((name) => name.startsWith(copyCache('')) && name !== copyCache(kept?.version ?? '-'));
  await Promise.all(others.map((name) => caches.delete(name)));
}
