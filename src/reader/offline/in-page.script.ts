/**
 * All that pages do for offline: the elements, the service worker, and the note of a newer version than the kept one. It is a bundle of its own, since
 * files that it shared with the pages' scripts would cost every page a request each.
 */
import { publishedVersion } from './keep.ts';
import { keptCopy } from './kept-copy.ts';
import './kept-pages.element.ts';
import { tellOfNewerVersion } from './newer-version.ts';
import { startWorker } from './start.ts';

const start = async () => {
  await startWorker();
  const copy = await keptCopy();
  if (!copy || document.querySelector('offline-copy')) return;
  const { version } = await publishedVersion();
  if (version !== copy.version) tellOfNewerVersion();
};
// Nobody asked for it: a browser that refuses, or a server that does not answer, is told only to who wants a copy.
if (import.meta.env.PROD) start().catch(() => undefined);
