import { copyFile, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { withManyFiles } from '../many-files.ts';
import type { Content } from '../content/read-content.ts';
import { cacheKey, openCache } from '../render/cache.ts';
import { paintPictures, painterKey } from '../render/pictures/paint-pictures.ts';
import { pictureSvg } from '../render/pictures/picture.ts';
import { brandOf } from '../render/pictures/brand.ts';
import { sitePictures } from '../render/pictures/site-pictures.ts';
import type { CheckedContent } from './content-check.ts';

const cache = openCache('pictures', '.png');

/** The painted pictures of a site: the file in the cache for each path below the site's root. */
interface PaintedPictures {
  files: ReadonlyMap<string, string>;
  /** How many pictures were not in the cache before. */
  fresh: number;
}

/**
 * Writes the pictures for link previews. It paints them while Astro renders the pages, which keeps only one processor busy. Pictures that
 * were painted before come from the cache.
 *
 * @param content the content of the build
 */
export const linkPreviews = (content: CheckedContent): AstroIntegration => {
  let painting: Promise<PaintedPictures> | undefined;
  return {
    name: 'link-previews',
    hooks: {
      'astro:build:start': () => {
        painting = content().then(({ corpus }) => paintMissing(corpus));
        painting.catch(() => undefined); // an error is reported where "painting" is awaited below
      },
      'astro:build:done': async ({ dir, logger }) => {
        if (!painting) return;
        const { files, fresh } = await painting;
        await withManyFiles([...files], ([name, cached]) => copyTo(path.join(fileURLToPath(dir), name), cached));
        logger.info(`${files.size} pictures, ${fresh} of them newly painted`);
      },
    },
  };
};

/** Paints the pictures that the cache does not have. */
async function paintMissing(corpus: Content): Promise<PaintedPictures> {
  const [painter, wanted] = [await painterKey(), sitePictures(corpus)];
  const brand = brandOf(corpus.site);
  const pictures = wanted.map(({ path, content }) => {
    const svg = pictureSvg(content, brand);
    return { path, svg, key: cacheKey(painter, svg) };
  });
  const isCached = await Promise.all(pictures.map(({ key }) => cache.has(key)));
  const missing = pictures.filter((_, at) => !isCached[at]);
  await paintPictures(
    missing.map(({ svg }) => svg),
    async (png, at) => cache.write(missing[at]?.key ?? '', png),
  );
  return { files: new Map(pictures.map(({ path, key }) => [path, cache.fileOf(key)])), fresh: missing.length };
}

async function copyTo(file: string, from: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  await copyFile(from, file);
}
