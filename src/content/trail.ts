/** Where a page stands: the pages above it, for the breadcrumbs on it and in its structured data. */
import type { Permalinks } from '../addresses/permalinks.ts';
import { symptomTechnologies, type Article, type SymptomInArticle, type Technology } from './index.ts';

/** A page above another, or the page itself. */
export interface Crumb {
  name: string;
  url: string;
}

/**
 * Returns the pages from the technology down to a symptom. The article is the area that the symptom belongs to.
 *
 * @param found the symptom and its article
 * @param permalinks the URLs of the site
 */
export function symptomTrail({ symptom, article }: SymptomInArticle, permalinks: Permalinks): Crumb[] {
  return [
    ...symptomTechnologies({ symptom, article }).slice(0, 1).map(technologyCrumb(permalinks)),
    { name: article.title, url: permalinks.article(article.slug) },
    { name: symptom.title, url: permalinks.symptom(symptom.id) },
  ];
}

/** Returns the pages from the main technology down to an article. */
export function articleTrail({ slug, title, technologies }: Article, permalinks: Permalinks): Crumb[] {
  return [...technologies.slice(0, 1).map(technologyCrumb(permalinks)), { name: title, url: permalinks.article(slug) }];
}

/** Returns the pages from the list of all symptoms down to a technology. */
export function technologyTrail(technology: Technology, permalinks: Permalinks): Crumb[] {
  return [{ name: 'Symptoms', url: permalinks.symptoms() }, technologyCrumb(permalinks)(technology)];
}

const technologyCrumb =
  (permalinks: Permalinks) =>
  ({ id, name }: Technology): Crumb => ({ name, url: permalinks.technology(id) });
