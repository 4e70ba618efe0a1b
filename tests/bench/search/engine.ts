/** The interface of the search engines in the benchmark, and their input. */
import type { SearchedSymptom } from '../../../src/search/searched-symptom.ts';
import { searchedText } from '../../../src/search/index/record.ts';

/** A symptom as every engine indexes it: the same words for all. */
export interface SymptomRecord {
  url: string;
  /** The slug of its article, which is what a search has to find. */
  article: string;
  title: string;
  articleTitle: string;
  /** The text in which engines search. */
  text: string;
}

/** A search engine under test. */
export interface Engine {
  name: string;
  /** Builds the index, and does everything else that the first search needs. */
  build(records: readonly SymptomRecord[]): Promise<void> | void;
  /** Returns the articles of the symptoms found, best first, one entry for each symptom. An error that it throws is counted. */
  search(text: string): Promise<readonly string[]> | readonly string[];
  /** What a browser downloads before its first answer, compressed: the index and what runs it. Asked last. */
  bytes(): Promise<number>;
  /** Whether the search claims a certain match. Only for engines that distinguish matches from related results. */
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
