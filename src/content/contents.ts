/** The table of contents of an article. */
import type { Article } from './index.ts';

/** A part of an article. */
export interface ContentsPart {
  id: string;
  title: string;
}

/**
 * The parts of an article, in the order of the body.
 *
 * @param article the article
 */
export const contentsOf = ({ body }: Pick<Article, 'body'>): ContentsPart[] =>
  body.outline.flatMap((item) => {
    if (!('heading' in item)) return [];
    const { id, text, depth } = item.heading;
    return id && depth === 2 ? [{ id, title: text }] : [];
  });
