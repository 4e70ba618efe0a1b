/** Scores how related a symptom is to words that are not its message: a short query, or a description. */
import type { FindableSymptom } from '../searched-symptom.ts';
import { wordsOf } from '../paste/words.ts';
import { memoiseByObject } from '../../memoise.ts';
import { similarity } from './word-similarity.ts';

/** A word of the paste that was looked up. */
export interface Term {
  text: string;
  /** How rare the word is among the symptoms (inverse document frequency), more than 0. */
  rarity: number;
}

/** How much a word of a symptom counts, by the field in which it stands, 0 to 1. */
const fieldWeights = { title: 1, signature: 0.85, phrase: 0.75, technology: 1, rest: 0.45 } as const;

/** The words of a symptom, each with how much it counts, 0 to 1. */
export type SymptomWords = ReadonlyMap<string, number>;

/** Returns the words of a symptom. A word in several fields counts as in the best one. */
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

/** Returns the words of each phrase, each once. */
const wordsOfPhrases = memoiseByObject((phrases: readonly string[]) =>
  phrases.map((phrase) => [...new Set(wordsOf(phrase).map(({ text }) => text))]),
);

/**
 * Returns how much of the terms a symptom covers, 0 to 1: a rare term counts more than a common one.
 *
 * @param terms the words of the paste that were looked up
 * @param words the symptom's words
 * @param fuzzy whether incomplete and misspelt terms count too
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
 * Returns the share of a phrase's words that the paste has, 0 to 1, less when they are common words. The best phrase counts. A phrase
 * with fewer than two words in the paste counts 0.
 *
 * @param phrases how people describe the symptom
 * @param rarityOf returns how rare a word is; `undefined` when the paste does not have the word
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
