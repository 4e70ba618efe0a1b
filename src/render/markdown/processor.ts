/** The Markdown engine of the site. */
import { satteri } from '@astrojs/markdown-satteri';
import pLimit from 'p-limit';
import type { Permalinks } from '../../addresses/permalinks.ts';
import { cacheKey, openCache } from '../cache.ts';
import { codeKey } from '../code-key.ts';
import { capturesBeside } from './captures.ts';
import { markdownPlugins } from './index.ts';

/**
 * How many articles are compiled at the same time. Vite starts all articles of a site at once, but the syntax trees of a thousand articles
 * take gigabytes.
 */
const atATime = 4;

type Engine = ReturnType<typeof satteri>;
type MdxRenderer = Awaited<ReturnType<NonNullable<Engine['createMdxRenderer']>>>;

const cache = openCache('articles', '.json');

/**
 * Returns the Markdown engine Sätteri with the site's plugins. Articles that were compiled before come from the cache.
 *
 * @param permalinks the URLs of the site
 */
export function markdownProcessor(permalinks: Permalinks): Engine {
  const engine = satteri({ mdastPlugins: markdownPlugins(permalinks) });
  return {
    ...engine,
    async createMdxRenderer(...options) {
      const renderer = await engine.createMdxRenderer?.(...options);
      if (!renderer) throw new Error('This version of Sätteri does not compile MDX.');
      const limit = pLimit(atATime);
      const process = cachedProcess(renderer, cacheKey(await codeKey(), permalinks.home()));
      return { process: (...article) => limit(() => process(...article)) };
    },
  };
}

/**
 * Returns the function that compiles an article which is not in the cache.
 *
 * @param renderer compiles
 * @param site a key of what the result depends on besides the article
 */
const cachedProcess =
  (renderer: MdxRenderer, site: string): MdxRenderer['process'] =>
  async (content, file, frontmatter) => {
    const key = cacheKey(site, file, content, JSON.stringify(frontmatter), ...(await capturesBeside(file)));
    const known = await cache.read(key);
    if (known) return JSON.parse(known.toString()) as Awaited<ReturnType<MdxRenderer['process']>>;
    const result = await renderer.process(content, file, frontmatter);
    await cache.write(key, JSON.stringify(result));
    return result;
  };
