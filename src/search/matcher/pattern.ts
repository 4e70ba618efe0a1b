/** Prepares signatures for alignment. */
import { parseSignature } from '../../model/signature.ts';
import { wordsOf } from '../paste/words.ts';

/** A literal word of a signature. */
export interface PatternWord {
  text: string;
  /** How specific the word is: see `weightOf`. */
  weight: number;
  /** The names of the placeholders between the word before and this one. */
  placeholders: readonly string[];
}

/** A signature as a list of words, with the names of the placeholders after the last word. */
export interface Pattern {
  words: readonly PatternWord[];
  placeholdersAfter: readonly string[];
  /** The sum of the weights of all words. */
  weight: number;
}

/** Words so frequent in any English text that they say nothing about a message. */
const stopWords = new Set(
  'a an and are as at be been by can could did do does for from had has have if in into is it its may no not of on or so than that the then there this to was were when while will with you your'.split(
    ' ',
  ),
);

/** Whether a word, in lower case, is a stop word. */
export const isStopWord = (word: string): boolean => stopWords.has(word);

/**
 * Returns how specific a word is, 0.2 to 1.5: low for stop words, single characters and short numbers, high for identifiers.
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
 * Returns the pattern of a signature.
 *
 * @param signature the text of the signature, with `<placeholders>`
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
