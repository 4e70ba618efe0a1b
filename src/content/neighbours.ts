/** The articles that an article leads on to. */
import type { Article } from './index.ts';

/** Returns the articles that an article names as related, in the order of the list. */
export const relatedOf = ({ related }: Pick<Article, 'related'>, articles: readonly Article[]): Article[] =>
  articles.filter(({ slug }) => related.includes(slug));

/** Returns the articles before and after an article on the list. */
export function neighboursOf(
  { slug }: Pick<Article, 'slug'>,
  articles: readonly Article[],
): Record<'before' | 'after', Article | undefined> {
  const at = articles.findIndex((other) => other.slug === slug);
  return { before: articles[at - 1], after: articles[at + 1] };
}
