import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { ViteDevServer } from 'vite';
import { permalinksFor, type AbsoluteUrls, type Permalinks } from '../addresses/permalinks.ts';
import { siteContent } from '../content/index.ts';
import type { Content } from '../content/read-content.ts';
import { contentRoot } from '../content/root.ts';
import type { FaultsFile } from '../model/faults-file.ts';
import { faultsFile } from '../published/faults-file.ts';
import { searchedSymptoms } from '../search/searched-symptom.ts';
import { searchIndexFiles, writeSearchIndex } from '../search/index/index-writer.ts';
import type { CheckedContent } from './content-check.ts';
import { watchFolder } from './watch-content.ts';

/** An index that is not written yet, and of how many symptoms it is. */
interface BuiltIndex {
  files: ReadonlyMap<string, Uint8Array>;
  symptoms: number;
}

/**
 * Writes the search index of a build; serves one from memory during development. Pagefind makes it while Astro renders the pages, which
 * keeps only one processor busy.
 *
 * @param content the content of the build
 */
export const searchIndex = (content: CheckedContent): AstroIntegration => {
  let permalinks = permalinksFor('/');
  let urls = permalinksFor('/', 'https://localhost');
  let index: Promise<BuiltIndex> | undefined;
  return {
    name: 'search-index',
    hooks: {
      'astro:config:done': ({ config }) => {
        permalinks = permalinksFor(config.base);
        if (config.site) urls = permalinksFor(config.base, config.site);
      },
      'astro:build:start': () => {
        index = content().then(({ corpus }) => indexOf(corpus, urls));
        index.catch(() => undefined); // an error is reported where "index" is awaited below
      },
      'astro:build:done': async ({ dir, logger }) => {
        if (!index) return;
        const { symptoms, files } = await index;
        await writeSearchIndex(files, fileURLToPath(new URL('pagefind', dir)));
        logger.info(`indexed ${symptoms} symptoms`);
      },
      'astro:server:setup': ({ server }) => serveIndex(server, permalinks),
    },
  };
};

async function indexOf(corpus: Content, urls: AbsoluteUrls): Promise<BuiltIndex> {
  const symptoms = searchedSymptoms(faultsFile(siteContent(corpus), urls));
  return { files: await searchIndexFiles(symptoms), symptoms: symptoms.length };
}

/** Serves the index of the content as it is now. */
function serveIndex(server: ViteDevServer, permalinks: Permalinks): void {
  let files: Promise<Map<string, Uint8Array>> | undefined;
  watchFolder(server, contentRoot, () => {
    files = undefined;
  });
  const readFiles = async () => {
    const { port } = server.httpServer?.address() as AddressInfo;
    const response = await fetch(`http://localhost:${port}${permalinks.faults()}`);
    return searchIndexFiles(searchedSymptoms((await response.json()) as FaultsFile));
  };
  server.middlewares.use((request, response, next) => {
    // Vite has taken the base path off the URL.
    const path = (request.originalUrl ?? '').split('?')[0] ?? '';
    const folder = permalinks.searchIndex();
    if (!path.startsWith(folder)) return next();
    files ??= readFiles();
    files.then((found) => {
      const content = found.get(path.slice(folder.length));
      if (!content) return next();
      response.setHeader('content-type', path.endsWith('.js') ? 'text/javascript' : 'application/octet-stream');
      response.end(content);
    }, next);
  });
}
