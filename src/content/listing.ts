/** Symptoms as lists show them: by technology, by article, and the commonest. */
import type { Symptom } from '../model/article.ts';
import { symptomTechnologies, type Article, type SiteContent, type SymptomInArticle, type Technology } from './index.ts';

/** A technology with the symptoms that concern it, by article. */
export interface TechnologySymptoms {
  technology: Technology;
  articles: { article: Article; symptoms: Symptom[] }[];
  /** How many symptoms these are. */
  count: number;
}

/**
 * Returns the symptoms that concern a technology, by article. An article about the technology is listed although none of its symptoms concerns it.
 *
 * @param technology the technology
 * @param content the content of the site
 */
export function symptomsOf(technology: Technology, { articles }: Pick<SiteContent, 'articles'>): TechnologySymptoms {
  const concerned = articles
    .filter((article) => article.technologies.includes(technology))
    .map((article) => ({
      article,
      symptoms: article.symptoms.filter((symptom) => symptomTechnologies({ symptom, article }).includes(technology)),
    }))
    .toSorted((a, b) => b.symptoms.length - a.symptoms.length);
  return { technology, articles: concerned, count: concerned.reduce((sum, { symptoms }) => sum + symptoms.length, 0) };
}

/**
 * Returns every symptom under its main technology, by name. Each stands in the list once.
 *
 * @param content the content of the site
 */
export function symptomsByTechnology({ symptoms }: Pick<SiteContent, 'symptoms'>): { technology: Technology; symptoms: Symptom[] }[] {
  const byTechnology = Map.groupBy(symptoms, (found) => symptomTechnologies(found)[0]);
  return [...byTechnology]
    .flatMap(([technology, found]) => (technology ? [{ technology, symptoms: found.map(({ symptom }) => symptom) }] : []))
    .toSorted((a, b) => a.technology.name.localeCompare(b.technology.name, 'en'));
}

/** Returns every article under its main technology, by name. */
export function articlesByTechnology({ articles }: Pick<SiteContent, 'articles'>): { technology: Technology; articles: Article[] }[] {
  return [...Map.groupBy(articles, ({ technologies }) => technologies[0])]
    .flatMap(([technology, found]) => (technology ? [{ technology, articles: found }] : []))
    .toSorted((a, b) => a.technology.name.localeCompare(b.technology.name, 'en'));
}

/**
 * Returns the symptoms that the front page offers: those that `site.yaml` names, or else the first of each article, the newest articles first.
 *
 * @param ids what `site.yaml` names
 * @param content the content of the site
 * @param most how many at most
 */
export function commonestSymptoms(
  ids: readonly string[],
  { articles, symptoms }: Pick<SiteContent, 'articles' | 'symptoms'>,
  most: number,
): SymptomInArticle[] {
  const named = ids.flatMap((id) => symptoms.find(({ symptom }) => symptom.id === id) ?? []);
  const firsts = articles.flatMap((article) => article.symptoms.slice(0, 1).map((symptom) => ({ symptom, article })));
  return (named.length > 0 ? named : firsts).slice(0, most);
}

/** The most characters of a message that lists show. */
const mostShown = 110;

/** Returns the beginning of a text, with `…` where it goes on. */
export const beginning = (text: string): string => (text.length > mostShown ? `${text.slice(0, mostShown - 1).trimEnd()}…` : text);

/**
 * Returns the line of a paste that has most words in common with a message: the one by which a reader knows it.
 *
 * @param text the paste
 * @param message the message
 */
export function tellingLine(text: string, message: string): string {
  const words = new Set(message.toLowerCase().match(/[\p{L}\p{N}]+/gu));
  const common = (line: string) => (line.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => words.has(word)).length;
  return text.split('\n').reduce((best, line) => (common(line) > common(best) ? line : best));
}

/**
 * Returns the text of a symptom's first sample: what a person would paste.
 *
 * @returns undefined when a capture that the sample names is missing, which the check reports
 */
export function firstSample({ symptom, article }: SymptomInArticle): string | undefined {
  const [sample] = symptom.samples;
  return typeof sample === 'string' ? sample : sample && article.captures.get(sample.capture);
}
