/** Starts the service worker. What imports this comes late: a page's own scripts never wait for it. */
import { permalinks } from '../../addresses/site.ts';
import { trustedScriptUrl } from '../../security/script-url.ts';

/**
 * Starts the service worker, once for all pages, and has it keep the page that it was started from.
 *
 * @returns the worker that answers
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

/** The scripts, styles and fonts that the page has loaded. */
const loadedFiles = (): string[] =>
  performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name))
    .filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith(permalinks.hashedFiles()))
    .map(({ pathname }) => pathname);
