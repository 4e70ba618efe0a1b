import type { Finding } from '../../model/issue.ts';
import type { ArticleSource } from '../../model/source.ts';
import { suggest } from '../../model/suggest.ts';

/** Raster formats. A drawing should be a diagram instead: diagrams follow the theme, and their text can be read out. */
const pictureName = /\.(avif|gif|jpe?g|png|webp)$/i;

/**
 * Rule: every image is a file beside `index.mdx`. The content security policy allows images from this server only, and the build copies
 * files from no other place.
 */
export function pictures({ body, files }: ArticleSource): Finding[] {
  const known = [...files].filter((file) => pictureName.test(file)).toSorted();
  return body.images
    .filter(({ url }) => !known.includes(fileOf(url)))
    .map(({ url, line, column }): Finding => ({
      kind: 'picture-elsewhere',
      line,
      column,
      found: `the image "${url}", which is not a file beside the article`,
      mend: `put the file beside index.mdx and write ![what it shows](./name.png)${known.length ? `; ${suggest(fileOf(url), known)}` : ''}`,
    }));
}

const fileOf = (url: string): string => url.replace(/^\.\//, '');
