/** Offline use of a page: defines its elements, starts the service worker, and shows a note when a newer version than the kept one is published. */
import { publishedVersion } from './keep.ts';
import { keptCopy } from './kept-copy.ts';
import './kept-pages.element.ts';
import './offline-copy.element.ts';
import { startWorker } from './start.ts';

async function start(): Promise<void> {
  // The reader asked for neither, so only the pages about offline use report that the browser refuses or the server does not answer.
  const worker = await startWorker().catch(() => undefined);
  const copy = worker && (await keptCopy());
  if (!copy || document.querySelector('offline-copy')) return;
  const published = await publishedVersion().catch(() => undefined);
  if (!published || published.version === copy.version) return;
  const { showNewerVersion } = await import('./newer-version.ts');
  showNewerVersion();
}
if (import.meta.env.PROD) void start();
