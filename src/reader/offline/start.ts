/** Starts the service worker. Only code that loads after the page imports this. */
import { permalinks } from '../../addresses/site.ts';
import { trustedScriptUrl } from '../../security/script-url.ts';

/**
 * Starts the service worker, which then serves all pages. The worker also keeps the page that started it.
 *
 * @returns the active worker
 * @throws when the browser refuses it
 */
export async function startWorker(): Promise<ServiceWorker> {
  const { serviceWorker } = navigator;
  const isFirst = !serviceWorker.controller;
  await serviceWorker.register(trustedScriptUrl(permalinks.serviceWorker()));
  const { active } = await serviceWorker.ready;
  if (!active) throw new Error('The service worker did not start.');
  if (isFirst) active.postMessage({ type: 'CACHE_URLS', payload: { urlsToCache: [location.pathname, ...loadedFiles()] } });
  return active;
}

/** Returns the paths of the scripts, styles and fonts that the page has loaded. */
const loadedFiles = (): string[] =>
  performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name))
    .filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith(permalinks.hashedFiles()))
    .map(({ pathname }) => pathname);
