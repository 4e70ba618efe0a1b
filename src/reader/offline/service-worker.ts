/**
 * The service worker. Without a kept copy, visited pages open from the cache when the site cannot be reached. With a kept copy, all files come from
 * that copy, so they have one version even when a newer one is published.
 */
import { clientsClaim } from 'workbox-core';
import { ExpirationPlugin } from 'workbox-expiration';
import { registerRoute } from 'workbox-routing';
import { CacheFirst, NetworkFirst } from 'workbox-strategies';
import { publishedIndex } from '../../addresses/permalinks.ts';
import { permalinks } from '../../addresses/site.ts';
import { cacheNames, isFormerlyNamed, keptCopy, keptFile, shellCache, type KeptCopy } from './kept-copy.ts';
import { messages } from './message.ts';

declare global {
  /** The page that is shown in place of pages that are not kept, and the code of all pages. The build defines it. */
  const shell: { name: string; files: string[] };
  /** TypeScript has this type in its library for workers only. */
  interface ExtendableEvent extends Event {
    waitUntil(done: Promise<unknown>): void;
  }
}

interface WindowClient {
  id: string;
  postMessage(message: unknown): void;
}
/** The scope of a service worker as far as it is used here. */
interface WorkerScope {
  skipWaiting(): Promise<void>;
  clients: { matchAll(): Promise<WindowClient[]> };
  addEventListener(type: 'install' | 'activate', listener: (event: ExtendableEvent) => void): void;
  addEventListener(type: 'message', listener: (event: ExtendableEvent & MessageEvent<unknown>) => void): void;
}
const worker = globalThis as unknown as WorkerScope;

interface Asked {
  request: Request;
  url: URL;
  event: ExtendableEvent;
}

/** How long to wait for the network before a visited page comes from the cache, in seconds. */
const networkTimeoutSeconds = 4;

/** Keeps only complete responses, under the URL without its query: a query may be a paste. */
const whole = {
  cacheWillUpdate: ({ response }: { response: Response }) => Promise.resolve(response.status === 200 ? response : null),
  cacheKeyWillBeUsed: ({ request: { url } }: { request: Request }) => Promise.resolve(new URL(new URL(url).pathname, url).href),
};
/** Treats a server error like a server that cannot be reached. */
const failing = {
  fetchDidSucceed: ({ response }: { response: Response }) =>
    response.status < 500 ? Promise.resolve(response) : Promise.reject(new Error(`The server answered with status ${response.status}.`)),
};
const pages = new NetworkFirst({
  cacheName: cacheNames.pages,
  networkTimeoutSeconds,
  plugins: [whole, failing, new ExpirationPlugin({ maxEntries: 100, purgeOnQuotaError: true })],
});
// Their names contain a hash of their content, so the cache has the right files for pages of any version.
const assets = new CacheFirst({
  cacheName: cacheNames.assets,
  plugins: [whole, new ExpirationPlugin({ maxEntries: 200, purgeOnQuotaError: true })],
});

/** The kept copy. Undefined until it is looked up, which a restart of the worker makes necessary again. */
let known: KeptCopy | 'none' | undefined;
const lookUp = async (): Promise<KeptCopy | undefined> => {
  const copy = await keptCopy();
  known = copy ?? 'none';
  return copy;
};

const isPage = ({ request, url }: Pick<Asked, 'request' | 'url'>) => request.mode === 'navigate' || url.pathname.endsWith('/');
const isHashed = ({ pathname }: URL) => pathname.startsWith(permalinks.hashedFiles());
const isOfPublishedIndex = ({ pathname }: URL) => pathname.startsWith(publishedIndex(permalinks));

registerRoute(
  ({ request, url, sameOrigin }) =>
    sameOrigin &&
    url.pathname.startsWith(permalinks.home()) &&
    // A request with a hash comes from a page that makes a copy: it wants the file from the server.
    !request.integrity &&
    (known !== 'none' || isPage({ request, url }) || isHashed(url) || isOfPublishedIndex(url)),
  answer,
);

async function answer(asked: Asked): Promise<Response> {
  const { request, url } = asked;
  if (isOfPublishedIndex(url)) return fetch(new Request(url.href.replace(publishedIndex(permalinks), permalinks.searchIndex()), request));
  const copy = await lookUp();
  const kept = copy && (await fromCopy(copy, asked));
  if (kept) return kept;
  if (isPage(asked)) {
    const page = pages.handle(asked);
    return (copy ? page.then(withPublishedIndex) : page).catch(notKept);
  }
  // Only pages of another version request an index file that the copy lacks. After a 404 they reopen the index, as after a deployment.
  if (copy && url.pathname.startsWith(permalinks.searchIndex())) return new Response(null, { status: 404 });
  return isHashed(url) ? assets.handle(asked).catch(async () => (await caches.match(request)) ?? Response.error()) : fetch(request);
}

async function fromCopy(copy: KeptCopy, { request, url }: Asked): Promise<Response | undefined> {
  const file = await keptFile(copy, url.pathname);
  if (file || request.mode !== 'navigate' || url.pathname.endsWith('/')) return file;
  // Hosts redirect to the folder, so the copy does too.
  return (await keptFile(copy, `${url.pathname}/`)) && Response.redirect(`${url.pathname}/${url.search}`);
}

/**
 * Lets a page that is newer than the copy search the published index. Both would use the same folder, so the page gets another URL for the folder,
 * which is never answered from the copy.
 */
async function withPublishedIndex(page: Response): Promise<Response> {
  const { status, headers } = page;
  if (!headers.get('content-type')?.startsWith('text/html')) return page;
  const naming = (folder: string) => `data-index="${folder}"`;
  const html = (await page.text()).replaceAll(naming(permalinks.searchIndex()), naming(publishedIndex(permalinks)));
  return new Response(html, { status, headers });
}

async function notKept(): Promise<Response> {
  const page = await caches.match(permalinks.notKept(), { cacheName: shellCache(shell.name) });
  return page ? new Response(page.body, { status: 503, headers: page.headers }) : Response.error();
}

worker.addEventListener('install', (event) => {
  const store = async () => {
    const cache = await caches.open(shellCache(shell.name));
    const isNamedByContent = (file: string) => file.startsWith(permalinks.hashedFiles());
    await cache.addAll(shell.files.map((file) => new Request(file, { cache: isNamedByContent(file) ? 'default' : 'no-cache' })));
    await worker.skipWaiting();
  };
  event.waitUntil(store());
});

worker.addEventListener('activate', (event) => {
  const tidy = async () => {
    const isFormer = (name: string) => (name.startsWith(shellCache('')) && name !== shellCache(shell.name)) || isFormerlyNamed(name);
    const former = (await caches.keys()).filter(isFormer);
    await Promise.all(former.map((name) => caches.delete(name)));
  };
  event.waitUntil(tidy());
});
clientsClaim();

worker.addEventListener('message', (event) => {
  const { data } = event;
  if (data !== messages.changed && data !== messages.renewed) return;
  const takeNote = async () => {
    await lookUp();
    if (data === messages.changed) return;
    const sender = event.source as unknown as WindowClient | null;
    // Open pages still run the code of the former version, which could not search the new index.
    for (const page of await worker.clients.matchAll()) if (page.id !== sender?.id) page.postMessage(messages.renewed);
  };
  event.waitUntil(takeNote());
});
