/** A signature made ready for alignment. */
import { parseSignature } from '../../model/signature.ts';
import { wordsOf } from '../paste/words.ts';

/** A literal word of a signature. */
export interface PatternWord {
  text: string;
  /** How much it says: see `weightOf`. */
  weight: number;
  /** Placeholders that stand between the word before it and this one. */
  placeholders: readonly string[];
}

/** A signature as words, with the placeholders behind the last one. */
export interface Pattern {
  words: readonly PatternWord[];
  placeholdersAfter: readonly string[];
  /** The sum of all weights. */
  weight: number;
}

/** Words that every log is full of. */
const stopWords = new Set(
  'a an and are as at be been by can could did do does for from had has have if in into is it its may no not of on or so than that the then there this to was were when while will with you your'.split(
    ' ',
  ),
);

/** Whether every log is full of a word. */
export const isStopWord = (word: string): boolean => stopWords.has(word);

/**
 * How much a word says: little for words that every log is full of, more for codes and identifiers.
 *
 * @param word the word in lower case
 */
export function weightOf(word: string): number {
  if (stopWords.has(word)) return 0.3;
  if (/^\d+$/.test(word)) return word.length >= 3 ? 1.2 : 0.4;
  if (word.length === 1) return 0.2;
  if (/_|\d/.test(word) || word.length >= 12) return 1.5;
  return 1;
}

/**
 * Makes a signature ready.
 *
 * @param signature its text, with placeholders
 */
export function patternOf(signature: string): Pattern {
  const words: PatternWord[] = [];
  let pending: string[] = [];
  for (const part of parseSignature(signature)) {
    if ('placeholder' in part) {
      pending.push(part.placeholder);
      continue;
    }
    for (const { text } of wordsOf(part.literal)) {
      words.push({ text, weight: weightOf(text), placeholders: pending });
      pending = [];
    }
  }
  return { words, placeholdersAfter: pending, weight: words.reduce((sum, { weight }) => sum + weight, 0) };
}
