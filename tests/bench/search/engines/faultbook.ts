/** The site's own search, over the index of the built site. */
import path from 'node:path';
import { openBuiltIndex } from '../../../../scripts/built-index.ts';
import { findSymptoms, type Answer } from '../../../../src/search/matcher/find.ts';
import type { Engine } from '../engine.ts';
import { downloadSize, fetchedFiles } from '../pagefind-downloads.ts';
import { runtimeSize } from '../runtime-size.ts';

/** What a page imports to search. */
const runtime = `export { findSymptoms } from '../../../src/search/matcher/find.ts';
export { openSymptomIndex } from '../../../src/search/index/pagefind.ts';`;

/**
 * This search.
 *
 * @param folder the built site
 * @param base the path under which it was built
 * @param typical the paste for which the bytes are counted
 */
export function faultbook(folder: string, base: string, typical: string): Engine {
  let opened: Awaited<ReturnType<typeof openBuiltIndex>> | undefined;
  let downloaded = new Set<string>();
  const answer = async (text: string): Promise<Answer> => {
    if (!opened) throw new Error('Build comes before search.');
    return findSymptoms(text, opened.index);
  };
  return {
    name: 'Faultbook',
    async build() {
      downloaded = await fetchedFiles(async () => {
        opened = await openBuiltIndex(folder, base);
        await answer(typical);
      });
    },
    search: async (text) => (await answer(text)).hits.map(({ symptom }) => symptom.article.slug),
    claimsMatch: async (text) => (await answer(text)).verdict === 'match',
    bytes: async () => downloadSize(path.join(folder, 'pagefind'), [...downloaded, 'pagefind.js']) + (await runtimeSize(runtime)),
    close: async () => opened?.close(),
  };
}
