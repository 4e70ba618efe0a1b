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
  const { installing } = await serviceWorker.register(trustedScriptUrl(permalinks.serviceWorker()));
  const { active } = await Promise.race([serviceWorker.ready, ...(installing ? [givenUp(installing)] : [])]);
  if (!active) throw new Error('The service worker did not start.');
  if (isFirst) active.postMessage({ type: 'CACHE_URLS', payload: { urlsToCache: [location.pathname, ...loadedFiles()] } });
  return active;
}

/** Rejects when a worker cannot be installed, e.g. because no room is left for it. `ready` would wait for ever then. */
const givenUp = (worker: ServiceWorker): Promise<never> =>
  new Promise((_, reject) => {
    worker.addEventListener('statechange', () => {
      if (worker.state === 'redundant') reject(new Error('The service worker could not be installed.'));
    });
  });

/** Returns the paths of the scripts, styles and fonts that the page has loaded. */
const loadedFiles = (): string[] =>
  performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name))
    .filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith(permalinks.hashedFiles()))
    .map(({ pathname }) => pathname);
