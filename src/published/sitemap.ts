/** What the site map says of a page, read from the built page itself. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { SitemapItem } from '@astrojs/sitemap';

/**
 * Makes the function that finishes the entries of the site map: pages that search engines should leave out (`noindex`) are
 * left out; pages that say when they were last changed get it as `lastmod`.
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
