import type { Finding } from '../../model/issue.ts';
import type { ArticleSource } from '../../model/source.ts';
import { suggest } from '../../model/suggest.ts';

/** Pictures that are dots; what can be drawn is a diagram, which follows the theme and has words. */
const pictureName = /\.(avif|gif|jpe?g|png|webp)$/i;

/**
 * Every image is a file beside `index.mdx`: the content security policy shows pictures of this server only, and the build takes no file
 * from elsewhere.
 */
export function pictures({ body, files }: ArticleSource): Finding[] {
  const known = [...files].filter((file) => pictureName.test(file)).toSorted();
  return body.images
    .filter(({ url }) => !known.includes(fileOf(url)))
    .map(({ url, line, column }): Finding => ({
      kind: 'picture-elsewhere',
      line,
      column,
      found: `the image "${url}", which does not lie beside the article`,
      mend: `put the file beside index.mdx and write ![what it shows](./name.png)${known.length ? `; ${suggest(fileOf(url), known)}` : ''}`,
    }));
}

const fileOf = (url: string): string => url.replace(/^\.\//, '');
