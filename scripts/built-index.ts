/** The index of a built site, opened in Node with the very modules that readers' browsers run. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { SymptomIndex } from '../src/search/matcher/symptom-index.ts';
import { openSymptomIndex } from '../src/search/index/pagefind.ts';
import { serveSite } from './server.ts';

/**
 * Opens the index.
 *
 * @param folder the folder with the built site
 * @param base the path under which it was built
 * @returns the index, and what to call when done
 */
export async function openBuiltIndex(folder: string, base = '/'): Promise<{ index: SymptomIndex; close: () => Promise<void> }> {
  const server = await serveSite({ folder, base, port: 0 });
  const runtime = pathToFileURL(path.resolve(folder, 'pagefind/pagefind.js')).href;
  return { index: await openSymptomIndex(runtime, `${server.url}pagefind/`), close: () => server.close() };
}
