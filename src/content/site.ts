/**
 * The content of this site. It is read when the first page needs it: once in a build, and in development again after every change of the
 * content root, because `build/content-check.ts` then reloads this module.
 */
import { permalinks } from '../addresses/site.ts';
import { siteContent, type Article } from './index.ts';
import { pageKey } from './page-key.ts';
import { readContent } from './read-content.ts';
import { contentRoot } from './root.ts';

const read = await readContent(contentRoot);

export const content = siteContent(read);
/** What `site.yaml` says, and the logo that it names. */
export const { site, logo } = read.site;

const keys = new Map(
  content.articles.map((article) => [article, pageKey(article, { articles: content.articles, permalinks, source: read.site })]),
);

/** Returns the key of the pages of an article and of its symptoms, by which Astro knows that they are as in the last build. */
export const cacheKeyOf = (article: Article): string | undefined => keys.get(article);
