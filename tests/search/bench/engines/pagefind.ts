/** Pagefind as it is: the paste is the query. The index is the one that the built site has. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { serveSite, type RunningServer } from '../../../../scripts/server.ts';
import type { Engine } from '../engine.ts';
import { downloadSize, fetchedFiles } from '../pagefind-downloads.ts';

interface Pagefind {
  options(options: Record<string, string>): Promise<void>;
  search(query: string): Promise<{ results: { data(): Promise<{ url: string }> }[] }>;
}

/** So many results are loaded and shown, as by Pagefind's own user interface. */
const shown = 5;

/**
 * Pagefind without anything around it.
 *
 * @param folder the built site
 * @param base the path under which it was built
 * @param typical the paste for which the bytes are counted
 */
export function pagefindAsIs(folder: string, base: string, typical: string): Engine {
  let server: RunningServer | undefined;
  let pagefind: Pagefind | undefined;
  let articleOf = new Map<string, string>();
  let downloaded = new Set<string>();
  const search = async (text: string) => {
    if (!pagefind) throw new Error('Build comes before search.');
    const { results } = await pagefind.search(text);
    const loaded = await Promise.all(results.slice(0, shown).map((result) => result.data()));
    return loaded.map(({ url }) => articleOf.get(url) ?? '');
  };
  return {
    name: 'Pagefind as it is',
    async build(records) {
      articleOf = new Map(records.map(({ url, article }) => [url, article]));
      server = await serveSite({ folder, base, port: 0 });
      // The query makes it an instance of its own, apart from the one that the site's own search has opened.
      pagefind = (await import(`${pathToFileURL(path.resolve(folder, 'pagefind/pagefind.js')).href}?as-it-is`)) as Pagefind;
      const basePath = `${server.url}pagefind/`;
      downloaded = await fetchedFiles(async () => {
        await pagefind?.options({ baseUrl: '/', basePath });
        await search(typical);
      });
    },
    search,
    // In browsers it searches in a worker, whose script is fetched too.
    bytes: () => Promise.resolve(downloadSize(path.join(folder, 'pagefind'), [...downloaded, 'pagefind.js', 'pagefind-worker.js'])),
    close: async () => server?.close(),
  };
}
