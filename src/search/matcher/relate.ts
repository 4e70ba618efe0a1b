/** How near a symptom is to words that nobody printed: a short query, or a description. */
import type { FindableSymptom } from '../searched-symptom.ts';
import { wordsOf } from '../paste/words.ts';
import { memoiseByObject } from '../../memoise.ts';
import { similarity } from './word-similarity.ts';

/** A word that was asked for, and how rare it is among the symptoms. */
export interface Term {
  text: string;
  rarity: number;
}

/** What a word counts for, by where it stands in the symptom. */
const fieldWeights = { title: 1, signature: 0.85, phrase: 0.75, technology: 1, rest: 0.45 } as const;

/** A symptom's words, each with what it counts for. */
export type SymptomWords = ReadonlyMap<string, number>;

/** Collects the words of a symptom. */
export const wordsOfSymptom = memoiseByObject((symptom: FindableSymptom): SymptomWords => {
  const words = new Map<string, number>();
  const add = (text: string, value: number) => {
    for (const word of wordsOf(text)) words.set(word.text, Math.max(value, words.get(word.text) ?? 0));
  };
  add(symptom.title, fieldWeights.title);
  for (const { text } of symptom.signatures) add(text, fieldWeights.signature);
  for (const phrase of symptom.phrases) add(phrase, fieldWeights.phrase);
  for (const technology of symptom.technologies) add(technology, fieldWeights.technology);
  add(symptom.meaning, fieldWeights.rest);
  add(symptom.article.title, fieldWeights.rest);
  return words;
});

/** The words of each phrase, each once. */
const wordsOfPhrases = memoiseByObject((phrases: readonly string[]) =>
  phrases.map((phrase) => [...new Set(wordsOf(phrase).map(({ text }) => text))]),
);

/**
 * How much of what was asked a symptom covers.
 *
 * @param terms what was asked
 * @param words the symptom's words
 * @param fuzzy whether half-typed and misspelt words count
 * @returns 0 to 1
 */
export function relation(terms: readonly Term[], words: SymptomWords, fuzzy: boolean): number {
  const total = terms.reduce((sum, { rarity }) => sum + rarity, 0);
  if (total === 0) return 0;
  const covered = terms.reduce((sum, { text, rarity }) => sum + rarity * bestSimilarity(text, words, fuzzy), 0);
  return covered / total;
}

function bestSimilarity(text: string, words: SymptomWords, fuzzy: boolean): number {
  const exact = words.get(text);
  if (exact !== undefined && !fuzzy) return exact;
  let best = exact ?? 0;
  for (const [word, value] of words) {
    if (value <= best) continue;
    best = Math.max(best, value * similarity(text, word, fuzzy));
  }
  return best;
}

/**
 * How much of a phrase stands in the paste: the best over all phrases.
 *
 * @param phrases how people describe the symptom
 * @param rarityOf how rare a word is; undefined for one that the paste does not hold
 */
export function phraseSimilarity(phrases: readonly string[], rarityOf: (word: string) => number | undefined): number {
  let best = 0;
  for (const words of wordsOfPhrases(phrases)) {
    const found = words.flatMap((word) => rarityOf(word) ?? []);
    if (found.length < 2) continue;
    best = Math.max(best, (found.length / words.length) * Math.min(1, found.reduce((sum, rarity) => sum + rarity, 0) / 8));
  }
  return best;
}
