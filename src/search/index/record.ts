/** Turns symptoms into the records that Pagefind indexes. */
import type { SearchedSymptom, FindableSymptom } from '../searched-symptom.ts';
import { isStopWord } from '../matcher/pattern.ts';
import { wordsOf } from '../paste/words.ts';

/** A record for Pagefind. It has no `meta`, because Pagefind would search that too; `index-writer.ts` adds the symptom later. */
export interface SearchRecord {
  url: string;
  language: string;
  content: string;
}

/**
 * Returns the record of a symptom: each of its words once. Pagefind stores the position of every occurrence, for phrases and ranking.
 * The matcher uses neither, and every position makes the download larger.
 *
 * @param symptom the symptom
 */
export const searchRecord = (symptom: SearchedSymptom): SearchRecord => ({
  url: symptom.url,
  language: 'en',
  content: searchedWords(symptom).join(' '),
});

/**
 * Returns the words by which a symptom can be found, each once, sorted. A word in camel case keeps its capitals, because an index splits
 * `TimeoutError` at them.
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
 * Returns the text by whose words a symptom can be found: title, signatures, phrases, meaning, title of the article and technologies,
 * each on a line of its own.
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

/** A word is widespread when it stands in more than `atLeast` symptoms, and in more than this share of all. */
const widespread = { share: 0.05, atLeast: 250 };

/**
 * Returns the widespread words, in lower case. A long paste is looked up by other words first: the list of symptoms of a widespread word
 * is long to load and narrows little down.
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
 * Returns the records of all symptoms, and the widespread words. Stop words that are widespread are not indexed: their lists are the
 * longest, and the browser would load them with every chunk that they share with other words.
 *
 * @param symptoms all symptoms
 */
export function recordsOf(symptoms: readonly SearchedSymptom[]): { records: SearchRecord[]; widespread: string[] } {
  const records = symptoms.map(searchRecord);
  const widespread = widespreadWords(records);
  const stopWords = new Set(widespread.filter(isStopWord));
  const withoutStopWords = (content: string) => content.split(' ').filter((word) => !stopWords.has(word));
  return { records: records.map((record) => ({ ...record, content: withoutStopWords(record.content).join(' ') })), widespread };
}
