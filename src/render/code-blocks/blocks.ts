/** Renders the code blocks of an article. Highlighting takes most of the time of rendering an article, so the HTML is cached. */
import { readFile } from 'node:fs/promises';
import { cacheKey, openCache } from '../cache.ts';
import { renderCode } from './engine.ts';

/** A code block as an author wrote it. */
export interface CodeBlock {
  code: string;
  language: string;
  /** The text after the language in the fence. */
  meta: string;
  /** The id for the block's element. */
  anchor: string | undefined;
}

const cache = openCache('code-blocks', '.json');

/**
 * Renders the code blocks of an article. The cache has one file for each article, so a change of one block renders all blocks of the
 * article again.
 *
 * @param blocks the blocks
 * @returns the HTML of each, in order
 */
export async function renderBlocks(blocks: readonly CodeBlock[]): Promise<string[]> {
  if (blocks.length === 0) return [];
  const key = cacheKey(await engineKey(), JSON.stringify(blocks));
  const cached = await cache.read(key);
  if (cached) return JSON.parse(cached.toString('utf8')) as string[];
  const html: string[] = [];
  for (const { code, language, meta, anchor } of blocks) html.push(await renderCode(code, language, meta, anchor));
  await cache.write(key, JSON.stringify(html));
  return html;
}

let engine: Promise<string> | undefined;

/** Returns a key of everything else that the HTML depends on: the versions of all packages, and the source of the engine. */
const engineKey = () =>
  (engine ??= Promise.all(['engine.ts', 'theme.ts', 'whole-words.ts'].map((file) => readFile(new URL(file, import.meta.url)))).then(
    async (files) => cacheKey(await readFile('package-lock.json'), ...files),
  ));
