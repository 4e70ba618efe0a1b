/** The Markdown engine of the site. */
import { satteri } from '@astrojs/markdown-satteri';
import pLimit from 'p-limit';
import type { Permalinks } from '../../addresses/permalinks.ts';
import { markdownPlugins } from './index.ts';

/**
 * How many articles are compiled at the same time. Vite starts all articles of a site at once, but the syntax trees of a thousand articles
 * take gigabytes.
 */
const atATime = 4;

/**
 * Returns the Markdown engine Sätteri with the site's plugins.
 *
 * @param permalinks the URLs of the site
 */
export function markdownProcessor(permalinks: Permalinks): ReturnType<typeof satteri> {
  const engine = satteri({ mdastPlugins: markdownPlugins(permalinks) });
  return {
    ...engine,
    async createMdxRenderer(...options) {
      const renderer = await engine.createMdxRenderer?.(...options);
      if (!renderer) throw new Error('This version of Sätteri does not compile MDX.');
      const limit = pLimit(atATime);
      return { process: (...article) => limit(() => renderer.process(...article)) };
    },
  };
}
