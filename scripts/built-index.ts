/** Opens the search index of a built site in Node, with the same modules that run in readers' browsers. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { SymptomIndex } from '../src/search/matcher/symptom-index.ts';
import { openSymptomIndex } from '../src/search/index/pagefind.ts';
import { serveSite } from './server.ts';

/**
 * Opens the index, and serves the site for it until `close` is called.
 *
 * @param folder the folder with the built site
 * @param base the base path of the site
 * @throws when the folder contains no built site
 */
export async function openBuiltIndex(folder: string, base = '/'): Promise<{ index: SymptomIndex; close: () => Promise<void> }> {
  const server = await serveSite({ folder, base, port: 0 });
  const runtime = pathToFileURL(path.resolve(folder, 'pagefind/pagefind.js')).href;
  return { index: await openSymptomIndex(runtime, `${server.url}pagefind/`), close: () => server.close() };
}
