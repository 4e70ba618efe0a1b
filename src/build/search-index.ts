import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { contentRoot } from '../content/root.ts';
import { watchFolder } from './watch-content.ts';
import { permalinksFor } from '../addresses/permalinks.ts';
import type { FaultsFile } from '../model/faults-file.ts';
import { searchedSymptoms } from '../search/searched-symptom.ts';
import { searchIndexFiles, writeSearchIndex } from '../search/index/index-writer.ts';

/** Writes the search index after a build; serves one from memory during development. */
export const searchIndex = (): AstroIntegration => {
  let permalinks = permalinksFor('/');
  return {
    name: 'search-index',
    hooks: {
      'astro:config:done': ({ config }) => {
        permalinks = permalinksFor(config.base);
      },
      'astro:build:done': async ({ dir, logger }) => {
        const symptoms = searchedSymptoms(JSON.parse(await readFile(new URL('faults.json', dir), 'utf8')) as FaultsFile);
        await writeSearchIndex(symptoms, fileURLToPath(new URL('pagefind', dir)));
        logger.info(`indexed ${symptoms.length} symptoms`);
      },
      'astro:server:setup': ({ server }) => {
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
      },
    },
  };
};
