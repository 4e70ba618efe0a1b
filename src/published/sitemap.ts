/** The entries of the site map, completed from the built pages. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { SitemapItem } from '@astrojs/sitemap';

/**
 * Returns a function that completes an entry of the site map. It drops a page with `noindex`, and sets `lastmod` for a page that says
 * when it was last changed.
 *
 * @param folder the folder with the built site
 * @param base the path under which it is published
 */
export const sitemapEntry =
  (folder: string, base: string) =>
  async (item: SitemapItem): Promise<SitemapItem | undefined> => {
    const address = decodeURIComponent(new URL(item.url).pathname).slice(base.replace(/\/*$/, '/').length);
    const html = await readFile(path.join(folder, address, 'index.html'), 'utf8');
    if (/<meta name="robots" content="[^"]*noindex/.test(html)) return undefined;
    const [, lastmod] = /<meta property="article:modified_time" content="([^"]+)"/.exec(html) ?? [];
    return lastmod ? { ...item, lastmod } : item;
  };
