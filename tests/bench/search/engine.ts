/** What every search engine of the benchmark is asked to do, and what it is given. */
import type { SearchedSymptom } from '../../../src/search/searched-symptom.ts';
import { searchedText } from '../../../src/search/index/record.ts';

/** A symptom as every engine indexes it: the same words for all. */
export interface SymptomRecord {
  url: string;
  /** The slug of its article, which is what a search has to find. */
  article: string;
  title: string;
  articleTitle: string;
  /** All the words by which the symptom may be looked for. */
  text: string;
}

/** A search engine under test. */
export interface Engine {
  name: string;
  /** Makes the index, and all else that is needed before the first search. */
  build(records: readonly SymptomRecord[]): Promise<void> | void;
  /** The articles of the symptoms found, best first, one entry a symptom. It may throw: that is counted. */
  search(text: string): Promise<readonly string[]> | readonly string[];
  /** What a browser downloads before its first answer, compressed: the index and what runs it. Asked last. */
  bytes(): Promise<number>;
  /** Whether the search claims to know the fault. Only for engines that make such a claim. */
  claimsMatch?(text: string): Promise<boolean>;
  /** Called at the end. */
  close?(): Promise<void>;
}

/**
 * The records of all symptoms.
 *
 * @param symptoms the symptoms
 */
export function symptomRecords(symptoms: readonly SearchedSymptom[]): SymptomRecord[] {
  return symptoms.map((symptom: SearchedSymptom) => ({
    url: symptom.url,
    article: symptom.article.slug,
    title: symptom.title,
    articleTitle: symptom.article.title,
    text: searchedText(symptom),
  }));
}
