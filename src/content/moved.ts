/** Anchors of a page whose content moved to another page. */
import type { Moved } from '../model/article.ts';
import { contentUrl, parseContentLink, referenceAnchor, type Permalinks } from '../addresses/permalinks.ts';
import type { Article } from './index.ts';
import type { Told } from './sections.ts';

/** A moved anchor with a link to its present place. */
export interface MovedEntry {
  anchor: string;
  to: Told;
}

/**
 * Returns the moved anchors of a page.
 *
 * @param moved the field `moved` of an article or symptom
 * @param slug the article that declares it
 * @param articles all articles
 * @param permalinks the URLs of the site
 */
export const movedEntries = (moved: readonly Moved[], slug: string, articles: readonly Article[], permalinks: Permalinks): MovedEntry[] =>
  moved
    .filter(({ from }) => !from.includes('#'))
    .map(({ from, to }) => ({ anchor: from, to: { title: titleOf(to, slug, articles), url: contentUrl(to, slug, permalinks) } }));

function titleOf(to: string, slug: string, articles: readonly Article[]): string {
  const link = parseContentLink(to);
  if (link?.to === 'symptom') return articles.flatMap(({ symptoms }) => symptoms).find(({ id }) => id === link.id)?.title ?? link.id;
  const anchor = link?.to === 'section' ? link.id : link?.to === 'article' ? link.anchor : undefined;
  const article = articles.find((candidate) => candidate.slug === (link?.to === 'article' ? link.slug : slug));
  return (article && anchor && titleIn(anchor, article)) ?? article?.title ?? to;
}

function titleIn(anchor: string, article: Article): string | undefined {
  const { symptoms, causes, checks, fixes, lookAlikes, references, body } = article;
  const declared = [...symptoms, ...causes, ...checks, ...fixes, ...lookAlikes].find(({ id }) => id === anchor);
  return (
    declared?.title ??
    references.find(({ id }) => referenceAnchor(id) === anchor)?.title ??
    body.headings.find(({ id }) => id === anchor)?.text
  );
}
