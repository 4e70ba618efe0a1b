import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { contentRoot } from '../content-root.ts';
import { withBrowser } from './browser.ts';
import { cacheKey, openCache } from './cache.ts';
import { picturePage, takePicture, type PictureContent } from './picture.ts';

const cache = openCache('pictures', '.png');

/** A picture to make: its path below the site's root, and what it shows. */
export interface WantedPicture {
  path: string;
  content: PictureContent;
}

/**
 * Writes the pictures for link previews after a build. Those that were taken before come from the cache.
 *
 * @param wantedPictures says which pictures there are to be
 */
export const linkPreviews = (wantedPictures: (contentRoot: string) => Promise<WantedPicture[]>): AstroIntegration => {
  let root = '';
  return {
    name: 'link-previews',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(new URL(contentRoot, config.root));
      },
      'astro:build:done': async ({ dir, logger }) => {
        const wanted = await wantedPictures(root);
        const taken = await writePictures(wanted, fileURLToPath(dir));
        logger.info(`${wanted.length} pictures, ${taken} of them taken anew`);
      },
    },
  };
};

async function writePictures(wanted: readonly WantedPicture[], folder: string): Promise<number> {
  const pages = await Promise.all(wanted.map(async ({ path: name, content }) => ({ name, html: await picturePage(content) })));
  const cached = await Promise.all(pages.map(({ html }) => cache.read(cacheKey(html))));
  const missing = pages.filter((_, index) => !cached[index]);
  const fresh = await takeAll(missing.map(({ html }) => html));
  for (const [index, { name, html }] of pages.entries()) {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, cached[index] ?? fresh.get(html) ?? '');
  }
  return missing.length;
}

async function takeAll(pages: readonly string[]): Promise<Map<string, Buffer>> {
  const taken = new Map<string, Buffer>();
  if (pages.length === 0) return taken;
  await withBrowser(async (browser) => {
    for (const html of pages) {
      const picture = await takePicture(browser, html);
      await cache.write(cacheKey(html), picture);
      taken.set(html, picture);
    }
  });
  return taken;
}
