/** Chooses the words of a paste by which symptoms are looked up. */
import type { Paste } from '../paste/index.ts';
import { mentionsTrouble } from '../paste/lines.ts';
import { weightOf } from './pattern.ts';

/**
 * Matches SQLSTATE codes that are all digits, by their classes. Other numbers of five digits are ports and ids.
 *
 * @see https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const sqlState = /^(0[0-389]|2[0-8]|3[489]|4[024]|5[34578]|72)\d{3}$/;
/** Whether a word is data and not language: hexadecimal, part of a UUID, a duration, an id, or a number that is not a known code. */
const isData = (word: string) =>
  /^\d+$/.test(word)
    ? !knownCodes.has(word) && !sqlState.test(word)
    : word.length > 40 ||
      (/^(.{4}|.{7,})$/.test(word) && /\d/.test(word) && /^[0-9a-f]+$/.test(word)) ||
      /^\d+(ms|[a-z])$/.test(word) ||
      (/\d[a-z]+\d[a-z]*\d/.test(word) && !/^\d\dp\d\d$/.test(word));

/** Whether a word has Latin letters, digits or underscores. Nearly all symptoms are in English, so words in other scripts would only count as not found. */
const isLatin = (word: string) => /[\p{Script=Latin}\p{N}_]/u.test(word);

/** Numbers that name a failure by themselves: exit codes and HTTP status codes. */
const knownCodes = new Set([
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

/** From this many lines on, a word in more than half of them counts as part of the log prefix. */
const manyLines = 8;
/** How much lower the weight of words from the log prefix and of widespread words is. */
const penalty = 3;

/**
 * Returns the words to look up, the most specific first: words of lines that mention trouble, codes and identifiers come before others,
 * widespread words and log prefixes last. Each word comes once.
 *
 * @param paste the paste
 * @param limit how many words at most
 * @param widespread words that very many symptoms have
 */
export function termsOf(paste: Paste, limit: number, widespread: ReadonlySet<string> = new Set()): string[] {
  const lines = linesOf(paste);
  const seen = new Map<string, { weight: number; lineCount: number }>();
  for (const line of lines) {
    for (const [text, weightInLine] of line) {
      const { weight, lineCount } = seen.get(text) ?? { weight: -Infinity, lineCount: 0 };
      seen.set(text, { weight: Math.max(weight, weightInLine), lineCount: lineCount + 1 });
    }
  }
  const isUninformative = (text: string, lineCount: number) =>
    widespread.has(text) || (lines.length >= manyLines && lineCount > lines.length / 2);
  return [...seen]
    .map(([text, { weight, lineCount }]) => ({ text, weight: weight - (isUninformative(text, lineCount) ? penalty : 0) }))
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, limit)
    .map(({ text }) => text);
}

/**
 * Returns words in scripts other than Latin, each once: some servers print their messages in the language of the system.
 *
 * @param paste the paste
 * @param limit how many words at most
 */
export const nonLatinTermsOf = (paste: Paste, limit: number): string[] =>
  [...new Set(paste.words.map(({ text }) => text).filter((text) => text.length > 1 && !isLatin(text)))].slice(0, limit);

/** What is added to the weight of a word in a line that mentions trouble, and of a word next to an equals sign: a setting is no message. */
const bonus = { trouble: 1, setting: -0.5 };

/** Returns for each line of a paste the words that may be looked up, with their weights. */
function linesOf({ text, words, lineStarts }: Paste): Map<string, number>[] {
  const starts = [...lineStarts].filter((start) => start < words.length).toSorted((a, b) => a - b);
  return starts.map((start, at) => {
    const line = words.slice(start, starts[at + 1]);
    const trouble = mentionsTrouble(text.slice(line[0]?.start, line.at(-1)?.end)) ? bonus.trouble : 0;
    const weights = new Map<string, number>();
    for (const word of line) {
      if (word.text.length < 2 || !isLatin(word.text) || isData(word.text)) continue;
      const setting = text[word.start - 1] === '=' || text[word.end] === '=' ? bonus.setting : 0;
      weights.set(word.text, Math.max(weights.get(word.text) ?? -Infinity, weightOf(word.text) + trouble + setting));
    }
    return weights;
  });
}
