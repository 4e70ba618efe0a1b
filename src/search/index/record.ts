/** What the search index holds of a symptom. Pure: made from the site's published data. */
import type { SearchedSymptom, FindableSymptom } from '../searched-symptom.ts';
import { isStopWord } from '../matcher/pattern.ts';
import { wordsOf } from '../paste/words.ts';

/** A record for Pagefind. What stands in `meta` would be searched too, so it has none: see `index-writer.ts`. */
export interface SearchRecord {
  url: string;
  language: string;
  content: string;
}

/**
 * Makes the index record of a symptom: each of its words once. Pagefind notes every place at which a word stands, for phrases and
 * ranking; nothing here asks for either, and each place costs every reader bytes.
 *
 * @param symptom the symptom as published
 */
export const searchRecord = (symptom: SearchedSymptom): SearchRecord => ({
  url: symptom.url,
  language: 'en',
  content: searchedWords(symptom).join(' '),
});

/**
 * The words by which a symptom may be looked for, each once, as they are written: an index takes `TimeoutError` apart.
 *
 * @param symptom the symptom
 */
export function searchedWords(symptom: FindableSymptom): string[] {
  const text = searchedText(symptom);
  const spellings = new Map<string, string>();
  for (const { text: word, start, end } of wordsOf(text)) {
    const spelling = text.slice(start, end);
    if (!spellings.has(word) || camelCase.test(spelling)) spellings.set(word, camelCase.test(spelling) ? spelling : word);
  }
  return [...spellings.values()].toSorted();
}

const camelCase = /\p{L}\p{Lu}\p{Ll}|\p{Ll}\p{Lu}/u;

/**
 * The text by whose words a symptom may be looked for, a part a line.
 *
 * @param symptom the symptom
 */
export function searchedText(symptom: FindableSymptom): string {
  return [
    symptom.title,
    ...symptom.signatures.map(({ text }) => text),
    ...symptom.phrases,
    symptom.meaning,
    symptom.article.title,
    ...symptom.technologies,
  ].join('\n');
}

/** A word is widespread when more than this share of the symptoms have it, and at least so many. */
const widespread = { share: 0.05, atLeast: 250 };

/**
 * Finds the words that so many symptoms have that a long paste is better looked up by others: each would load a long list and tell little.
 *
 * @param records the records of all symptoms
 */
export function widespreadWords(records: readonly SearchRecord[]): string[] {
  const counts = new Map<string, number>();
  for (const { content } of records) for (const word of content.toLowerCase().split(' ')) counts.set(word, (counts.get(word) ?? 0) + 1);
  const bound = Math.max(widespread.atLeast, records.length * widespread.share);
  return [...counts].filter(([, count]) => count > bound).map(([word]) => word);
}

/**
 * Makes the records of all symptoms. Words that every log is full of are left out where they are widespread: their lists are the longest,
 * and a reader loads them with the words that lie beside them in the index.
 *
 * @param symptoms the symptoms as published
 */
export function recordsOf(symptoms: readonly SearchedSymptom[]): { records: SearchRecord[]; widespread: string[] } {
  const records = symptoms.map(searchRecord);
  const widespread = widespreadWords(records);
  const stopWords = new Set(widespread.filter(isStopWord));
  const withoutStopWords = (content: string) => content.split(' ').filter((word) => !stopWords.has(word));
  return { records: records.map((record) => ({ ...record, content: withoutStopWords(record.content).join(' ') })), widespread };
}
