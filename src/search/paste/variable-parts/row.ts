/** The rows of the table by which `normalise.ts` finds variable parts. */
import type { PlaceholderName } from '../../../model/vocabulary.ts';

/** The name of a variable part: a placeholder of the content model, or one of two that signatures never use. */
export type ValueName = PlaceholderName | 'email' | 'secret';

/** A row of the table. */
export interface Row {
  /** What the row finds, in words. */
  name: string;
  /** What replaces it. `undefined`: it identifies the symptom, so it stays, and later rows do not find it. */
  placeholder: ValueName | undefined;
  /** Has no capturing groups, and an upper bound for every repetition, so that the time is linear in the length of the line. */
  pattern: RegExp;
}

/**
 * Returns a row.
 *
 * @param name what it finds, in words
 * @param placeholder what replaces it; `undefined` keeps it
 * @param patterns alternative patterns; all get the flags of the first
 */
export function row(name: string, placeholder: ValueName | undefined, ...patterns: [RegExp, ...RegExp[]]): Row {
  return { name, placeholder, pattern: new RegExp(patterns.map(({ source }) => source).join('|'), patterns[0].flags) };
}

/** What may stand between a word and the value after it: ` "`, `: "`, `":"`, `=\"`, `=`. */
const opening = /["\\]{0,2}(?:[ :=]{1,2}\\{0,3}["'`]|=)/.source;

/**
 * Returns the pattern of a value that follows a word, in quotes or after an equals sign.
 *
 * @param words the words, as alternatives of a regular expression
 * @param value the pattern of the value
 */
export const namedBy = (words: string, value: RegExp): RegExp => new RegExp(`(?<=\\b(?:${words})${opening})(?!<)(?:${value.source})`, 'gi');
