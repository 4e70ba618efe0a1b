/** The index of a built site, opened in Node with the very modules that readers' browsers run. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { FaultIndex } from '../src/search/matcher/find.ts';
import { openFaultIndex } from '../src/search/index/pagefind.ts';
import { serveSite } from './server.ts';

/**
 * Opens the index.
 *
 * @param folder the folder with the built site
 * @param base the path under which it was built
 * @returns the index, and what to call when done
 */
export async function openBuiltIndex(folder: string, base = '/'): Promise<{ index: FaultIndex; close: () => Promise<void> }> {
  const server = await serveSite({ folder, base, port: 0 });
  const runtime = pathToFileURL(path.resolve(folder, 'pagefind/pagefind.js')).href;
  return { index: await openFaultIndex(runtime, `${server.url}pagefind/`), close: () => server.close() };
}
