/** The code blocks of an article as HTML. Highlighting takes most of the time that an article costs, so it is cached. */
import { readFile } from 'node:fs/promises';
import { cacheKey, openCache } from '../cache.ts';
import { renderCode } from './engine.ts';

/** A code block as an author wrote it. */
export interface CodeBlock {
  code: string;
  language: string;
  /** What stands behind the language in the fence. */
  meta: string;
  /** The id that the block gets. */
  anchor: string | undefined;
}

const cache = openCache('code-blocks', '.json');

/**
 * Renders the code blocks of an article. They are cached together, so that a change of one renders all of that article anew, and a site
 * has one file an article.
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

/** What the HTML depends on besides the blocks: the versions of all packages, and the engine's own files. */
const engineKey = () =>
  (engine ??= Promise.all(['engine.ts', 'theme.ts'].map((file) => readFile(new URL(file, import.meta.url)))).then(async (files) =>
    cacheKey(await readFile('package-lock.json'), ...files),
  ));
