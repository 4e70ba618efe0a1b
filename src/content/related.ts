/** What an article or symptom leads on to: by what they have in common, not by their place on a list. */
import type { Symptom } from '../model/article.ts';
import type { Article, SymptomInArticle } from './index.ts';

/** A symptom that is related to another, and why, in a few words. */
export interface RelatedSymptom {
  symptom: Symptom;
  reason: string;
}

/** The most related symptoms that a page names. */
const mostSymptoms = 6;

/**
 * Returns the articles that an article leads on to: those that it names, then those that its look-alikes are about, then those whose look-alikes
 * are about it.
 *
 * @param article the article
 * @param articles all articles
 */
export function relatedArticles(article: Pick<Article, 'slug' | 'related' | 'lookAlikes'>, articles: readonly Article[]): Article[] {
  const named = [...article.related, ...article.lookAlikes.map((lookAlike) => lookAlike.article)];
  const naming = articles.filter((other) => other.lookAlikes.some((lookAlike) => lookAlike.article === article.slug));
  const found = [...named.flatMap((slug) => articles.find((other) => other.slug === slug) ?? []), ...naming];
  return [...new Set(found)].filter(({ slug }) => slug !== article.slug);
}

/**
 * Returns the symptoms that a symptom is related to: those that it can be mistaken for, in either direction, then those of its article
 * that share its causes, those with the most of them first.
 *
 * @param found the symptom and its article
 * @param symptoms all symptoms
 */
export function relatedSymptoms({ symptom, article }: SymptomInArticle, symptoms: readonly SymptomInArticle[]): RelatedSymptom[] {
  const alike = new Set([...lookAlikeIds({ symptom, article }), ...mistakenFor(symptom, symptoms)]);
  const looksAlike = symptoms
    .filter((other) => alike.has(other.symptom.id))
    .map((other) => ({ symptom: other.symptom, reason: 'looks alike' }));
  const sameCause = article.symptoms
    .filter(({ id }) => id !== symptom.id && !alike.has(id))
    .map((other) => ({ other, shared: symptom.causes.filter((cause) => other.causes.includes(cause)) }))
    .filter(({ shared }) => shared.length > 0)
    .toSorted((a, b) => b.shared.length - a.shared.length)
    .map(({ other, shared }) => ({ symptom: other, reason: causeInWords(shared[0], article) }));
  return [...looksAlike, ...sameCause].filter((related) => related.symptom.id !== symptom.id).slice(0, mostSymptoms);
}

const lookAlikeIds = ({ symptom, article }: SymptomInArticle): string[] =>
  article.lookAlikes.filter(({ id }) => symptom.lookAlikes.includes(id)).flatMap((lookAlike) => lookAlike.symptom ?? []);

const mistakenFor = ({ id }: Symptom, symptoms: readonly SymptomInArticle[]): string[] =>
  symptoms.filter((other) => lookAlikeIds(other).includes(id)).map((other) => other.symptom.id);

const causeInWords = (id: string | undefined, { causes }: Article): string =>
  `same cause: ${causes.find((cause) => cause.id === id)?.title ?? ''}`;
