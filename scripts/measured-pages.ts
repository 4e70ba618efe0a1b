/** The pages that are weighed and measured: one of each kind. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { FaultsFile } from '../src/model/faults-file.ts';
import { searchedSymptoms } from '../src/search/searched-symptom.ts';

/** Paths on the site, without the base path and the slash at its start. */
export interface MeasuredPages {
  front: string;
  /** The article whose page is the largest. */
  article: string;
  symptom: string;
  symptoms: string;
  search: string;
  /** How much the site holds. */
  counts: { articles: number; symptoms: number };
}

/**
 * Chooses the pages.
 *
 * @param folder the folder with the built site
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
