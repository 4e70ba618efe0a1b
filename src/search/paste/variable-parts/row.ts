/** A row of the normaliser's table, and how rows are written. */
import type { PlaceholderName } from '../../../model/vocabulary.ts';

/** What a variable part is: a placeholder of the content model, or one of two that no signature holds. */
export type ValueName = PlaceholderName | 'email' | 'secret';

/** A row. What a row without a placeholder finds says which fault it is, and stays. */
export interface Row {
  name: string;
  placeholder: ValueName | undefined;
  /** Without capturing groups, and every repetition with an upper bound: time grows with the length of the line, no faster. */
  pattern: RegExp;
}

/**
 * Makes a row.
 *
 * @param name what it finds
 * @param placeholder what takes its place; undefined lets it stay
 * @param patterns the ways it is written; the flags are those of the first
 */
export function row(name: string, placeholder: ValueName | undefined, ...patterns: [RegExp, ...RegExp[]]): Row {
  return { name, placeholder, pattern: new RegExp(patterns.map(({ source }) => source).join('|'), patterns[0].flags) };
}

/** What stands between a word and the value that it names: ` "`, `: "`, `":"`, `=\"`, `=`. */
const opening = /["\\]{0,2}(?:[ :=]{1,2}\\{0,3}["'`]|=)/.source;

/**
 * Makes the pattern of a value that a word before it names, in quotes or after an equals sign.
 *
 * @param words the words, as alternatives of a pattern
 * @param value the value
 */
export const namedBy = (words: string, value: RegExp): RegExp => new RegExp(`(?<=\\b(?:${words})${opening})(?!<)(?:${value.source})`, 'gi');
