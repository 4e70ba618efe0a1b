/** Keys of the pages of articles and symptoms: Astro keeps a page of the last build whose key, code and rendered body are the same. */
import { createHash } from 'node:crypto';
import type { Permalinks } from '../addresses/permalinks.ts';
import type { Article } from './index.ts';
import { movedEntries } from './moved.ts';
import { relatedArticles, relatedSymptoms } from './related.ts';
import type { SiteSource } from './read-site.ts';

/** Where an article stands: the other articles, the URLs, and what `site.yaml` says. */
export interface Surroundings {
  articles: readonly Article[];
  permalinks: Permalinks;
  source: Pick<SiteSource, 'site' | 'logo'>;
}

/**
 * Returns a key of all content that the pages of an article and of its symptoms show, but for the rendered body, which Astro compares itself.
 *
 * @param article the article
 * @param surroundings what its pages show of the site and of other articles
 */
export function pageKey(article: Article, { articles, permalinks, source }: Surroundings): string {
  const { slug, text, captures, lab, revision, technologies, authors, moved, symptoms } = article;
  const all = articles.flatMap((other) => other.symptoms.map((symptom) => ({ symptom, article: other })));
  // The text has all of the frontmatter and the body.
  const own = { slug, text, captures: [...captures], lab, revision, technologies, authors };
  const others = {
    slugs: articles.map((other) => other.slug),
    related: relatedArticles(article, articles).map((other) => other.title),
    relatedSymptoms: symptoms.map((symptom) =>
      relatedSymptoms({ symptom, article }, all).map(({ symptom: { id, title }, reason }) => [id, title, reason]),
    ),
    moved: movedEntries([...moved, ...symptoms.flatMap((symptom) => symptom.moved)], slug, articles, permalinks),
  };
  const site = { ...source.site, logo: source.logo && Buffer.from(source.logo.bytes).toString('base64') };
  return createHash('sha256')
    .update(JSON.stringify([own, others, site]))
    .digest('hex');
}
