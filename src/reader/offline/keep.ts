/** Keeps and removes a copy of the whole site. A copy has all files of one version; an incomplete one is never used. */
import { permalinks } from '../../addresses/site.ts';
import { KeepFailure, reasonOf } from './keep-failure.ts';
import { cacheNames, copyCache, deleteOtherCopies, filesOfCopy, keptCopy, keptFile, recordCopy, type KeptCopy } from './kept-copy.ts';
import { messages } from './message.ts';
import { integrityOf, versionOf, type SiteFile, type SiteVersion } from './site-version.ts';
import { startWorker } from './start.ts';

/** How many files are fetched at a time. */
const atATime = 6;

/**
 * Fetches the published version of the site.
 *
 * @throws when the server does not answer
 */
export const publishedVersion = async (): Promise<SiteVersion> => (await (await ask(permalinks.siteVersion())).json()) as SiteVersion;

/**
 * Keeps the published version. Files that a kept copy already has are not fetched again.
 *
 * @param onProgress called with the number of bytes that are kept so far
 * @param signal aborts the work
 * @throws an error with a reason, see `reasonOf`; the former copy is then unchanged
 */
export const keepSite = (onProgress: (bytes: number) => void, signal: AbortSignal): Promise<void> =>
  alone(async () => {
    const worker = await startWorker().catch((error: unknown) => Promise.reject(new KeepFailure('worker', error)));
    const before = await keptCopy();
    await deleteOtherCopies(before);
    const list = await ask(permalinks.siteFiles()).then((response) => response.text());
    const site = await versionOf(list).catch((error: unknown) => Promise.reject(new KeepFailure('altered', error)));
    if (site.version === before?.version) return;
    try {
      const files = JSON.parse(list) as SiteFile[];
      await fill(site, files, before, onProgress, signal);
      await recordCopy({ ...site, keptAt: new Date().toISOString() }, files).catch(cannotStore);
    } catch (error) {
      await deleteOtherCopies(before);
      throw signal.aborted ? new KeepFailure('stopped') : error;
    }
    worker.postMessage(before ? messages.renewed : messages.changed);
    await deleteOtherCopies(await keptCopy());
    // Not awaited: Firefox asks the reader, who may never answer. The answer decides only how long the browser keeps the copy.
    void navigator.storage.persist?.().catch(() => undefined);
  });

/** Removes the copy. */
export const removeCopy = (): Promise<void> =>
  alone(async () => {
    await caches.delete(cacheNames.kept);
    await deleteOtherCopies(undefined);
    (await navigator.serviceWorker.ready).active?.postMessage(messages.changed);
  });

/** Removes the remains of an unfinished copy, unless another tab is still making it. */
export const tidyUp = (): Promise<void> => alone(async () => deleteOtherCopies(await keptCopy())).catch(() => undefined);

/** Runs work that only one tab may do at a time. */
const alone = (work: () => Promise<void>): Promise<void> =>
  navigator.locks.request(cacheNames.kept, { ifAvailable: true }, (lock) => {
    if (!lock) throw new KeepFailure('busy');
    return work();
  });

/** Fetches a file from the server, past all caches. */
async function ask(address: string): Promise<Response> {
  const response = await fetch(address, { cache: 'no-store' }).catch((error: unknown) =>
    Promise.reject(new KeepFailure('connection', error)),
  );
  if (!response.ok) throw new KeepFailure('connection');
  return response;
}

/** Fills the cache of a version. Stops at the first failure. */
async function fill(
  { version }: SiteVersion,
  files: readonly SiteFile[],
  before: KeptCopy | undefined,
  onProgress: (bytes: number) => void,
  signal: AbortSignal,
): Promise<void> {
  const cache = await caches.open(copyCache(version)).catch(cannotStore);
  const former = await unchangedFiles(before);
  const failing = new AbortController();
  const ended = AbortSignal.any([signal, failing.signal]);
  const left = files.values();
  let done = 0;
  let failure: unknown;
  const work = async () => {
    for (const file of left) {
      ended.throwIfAborted();
      const content = (await former(file)) ?? (await fetchFile(file, version, ended));
      await cache.put(permalinks.asset(file.path), content).catch(cannotStore);
      onProgress((done += file.bytes));
    }
  };
  const fail = (error: unknown) => {
    failure ??= error;
    failing.abort();
  };
  await Promise.all(Array.from({ length: atATime }, () => work().catch(fail)));
  if (failure) throw failure as Error;
}

/** Returns a function that gives a file of the new version from the former copy, if it is unchanged. */
async function unchangedFiles(before: KeptCopy | undefined) {
  const former = new Map(before && (await filesOfCopy(before)).map(({ path, integrity }) => [path, integrity]));
  return async ({ path, integrity }: SiteFile): Promise<Response | undefined> =>
    before && former.get(path) === integrity ? keptFile(before, permalinks.asset(path)) : undefined;
}

/** Fetches a file. The browser checks it against the hash in the list. */
async function fetchFile(file: SiteFile, version: string, signal: AbortSignal): Promise<Response> {
  const response = await fetch(permalinks.asset(file.path), { integrity: file.integrity, cache: 'no-cache', signal }).catch(
    async (error: unknown) => {
      signal.throwIfAborted();
      throw await whyNot(file, version, error);
    },
  );
  // Browsers refuse a response that was redirected as the answer to a navigation.
  return response.redirected ? new Response(response.body, { headers: response.headers }) : response;
}

/** Finds out why a file could not be fetched: browsers do not say. */
async function whyNot({ path, integrity }: SiteFile, version: string, error: unknown): Promise<KeepFailure> {
  const published = await publishedVersion().catch(() => undefined);
  if (published && published.version !== version) return new KeepFailure('republished', error);
  const again = await ask(permalinks.asset(path))
    .then((response) => response.arrayBuffer())
    .catch(() => undefined);
  return new KeepFailure(again && (await integrityOf(again)) !== integrity ? 'altered' : 'connection', error);
}

/** Throws the failure for a write to the cache that failed. Without a `DOMException`, the download broke off during the write. */
const cannotStore = (error: unknown): never => {
  throw new KeepFailure(error instanceof DOMException ? reasonOf(error) : 'storage', error);
};
