/** All that a page does for offline use: its elements, the service worker, and the note that a newer version than the kept one is out. */
import { publishedVersion } from './keep.ts';
import { keptCopy } from './kept-copy.ts';
import './kept-pages.element.ts';
import './offline-copy.element.ts';
import { startWorker } from './start.ts';

async function start(): Promise<void> {
  // Nobody asked for either: if the browser refuses, or the server does not answer, only the pages about offline use say so.
  const worker = await startWorker().catch(() => undefined);
  const copy = worker && (await keptCopy());
  if (!copy || document.querySelector('offline-copy')) return;
  const published = await publishedVersion().catch(() => undefined);
  if (!published || published.version === copy.version) return;
  const { showNewerVersion } = await import('./newer-version.ts');
  showNewerVersion();
}
if (import.meta.env.PROD) void start();
