/** Chooses the pages that are measured: one of each type. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { FaultsFile } from '../src/model/faults-file.ts';
import { searchedSymptoms } from '../src/search/searched-symptom.ts';

/** Addresses of pages, without the slash at their start. */
export interface MeasuredPages {
  front: string;
  /** The article with the largest page. */
  article: string;
  symptom: string;
  symptoms: string;
  search: string;
  /** How many articles and symptoms the site has. */
  counts: { articles: number; symptoms: number };
}

/**
 * Returns the pages to measure.
 *
 * @param folder the folder with the built site, which must have `/` as its base path
 * @throws when the folder contains no built site
 */
export function measuredPages(folder: string): MeasuredPages {
  const symptoms = searchedSymptoms(JSON.parse(readFileSync(path.join(folder, 'faults.json'), 'utf8')) as FaultsFile);
  const articles = [...new Set(symptoms.map(({ article }) => article.url.slice(1)))];
  const sizeOf = (article: string) => readFileSync(path.join(folder, article, 'index.html')).length;
  const [article = ''] = articles.toSorted((a, b) => sizeOf(b) - sizeOf(a));
  return {
    ...{ front: '', article, symptom: symptoms[0]?.url.slice(1) ?? '', symptoms: 'symptoms/', search: 'search/' },
    counts: { articles: articles.length, symptoms: symptoms.length },
  };
}
