import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { withBrowser } from '../render/browser.ts';
import { cacheKey, openCache } from '../render/cache.ts';
import { pictureHtml } from '../render/pictures/picture.ts';
import type { WantedPicture } from '../render/pictures/site-pictures.ts';
import { photographerKey, takePictures } from '../render/pictures/take-pictures.ts';

const cache = openCache('pictures', '.png');

/**
 * Writes the pictures for link previews after a build. Those that were taken before come from the cache.
 *
 * @param wantedPictures says which pictures there are to be
 */
export const linkPreviews = (wantedPictures: () => Promise<WantedPicture[]>): AstroIntegration => ({
  name: 'link-previews',
  hooks: {
    'astro:build:done': async ({ dir, logger }) => {
      const wanted = await wantedPictures();
      const taken = await writePictures(wanted, fileURLToPath(dir));
      logger.info(`${wanted.length} pictures, ${taken} of them taken anew`);
    },
  },
});

async function writePictures(wanted: readonly WantedPicture[], folder: string): Promise<number> {
  const photographer = await photographerKey();
  const html = await Promise.all(wanted.map(({ content }) => pictureHtml(content)));
  const keys = html.map((picture) => cacheKey(photographer, picture));
  const cached = await Promise.all(keys.map((key) => cache.read(key)));
  const missing = [...html.keys()].filter((index) => !cached[index]);
  const taken = await takeMissing(missing.map((index) => html[index] ?? ''));
  const fresh = new Map(missing.map((index, order) => [index, taken[order]]));
  for (const [index, { path: name }] of wanted.entries()) {
    const picture = cached[index] ?? fresh.get(index);
    if (!picture) throw new Error(`No picture was taken for ${name}.`);
    if (fresh.has(index)) await cache.write(keys[index] ?? '', picture);
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, picture);
  }
  return missing.length;
}

const takeMissing = async (html: readonly string[]): Promise<Buffer[]> =>
  html.length > 0 ? withBrowser((browser) => takePictures(browser, html)) : [];
