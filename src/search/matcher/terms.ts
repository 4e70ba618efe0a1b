/** The words of a paste by which symptoms are looked up. */
import type { Paste } from '../paste/index.ts';
import { weightOf } from './pattern.ts';

/** Words that are data and not language: long hex, mixed ids, plain numbers that are no known code. */
const isData = (word: string) =>
  /^\d+$/.test(word)
    ? !codes.has(word) && !/^\d{5}$/.test(word)
    : word.length > 40 ||
      (word.length >= 7 && /\d/.test(word) && /^[0-9a-f]+$/.test(word)) ||
      (/\d[a-z]+\d[a-z]*\d/.test(word) && !/^\d\dp\d\d$/.test(word));

/** Symptoms are told in English, but for a few wordings: words of other scripts must not count as words that were not found. */
const isLatin = (word: string) => /[\p{Script=Latin}\p{N}_]/u.test(word);

/** Numbers that are the fault: exit codes, HTTP status. SQLSTATE has five digits and passes as it is. */
const codes = new Set([
  '137',
  '139',
  '143',
  '134',
  '135',
  '125',
  '126',
  '127',
  '401',
  '403',
  '404',
  '408',
  '413',
  '499',
  '500',
  '502',
  '503',
  '504',
  '429',
]);

/**
 * Chooses the words, the most telling first.
 *
 * @param paste the paste
 * @param most how many at most
 */
export function termsOf(paste: Paste, most: number): string[] {
  const telling = paste.words.map(({ text }) => text).filter((text) => text.length > 1 && isLatin(text) && !isData(text));
  return [...new Set(telling)]
    .map((text, order) => ({ text, order, weight: weightOf(text) }))
    .toSorted((a, b) => b.weight - a.weight || a.order - b.order)
    .slice(0, most)
    .map(({ text }) => text);
}

/**
 * Chooses words of other scripts than Latin, in which some servers word their messages.
 *
 * @param paste the paste
 * @param most how many at most
 */
export const foreignTermsOf = (paste: Paste, most: number): string[] =>
  [...new Set(paste.words.map(({ text }) => text).filter((text) => text.length > 1 && !isLatin(text)))].slice(0, most);
