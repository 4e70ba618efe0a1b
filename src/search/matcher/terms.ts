/** The words of a paste by which symptoms are looked up. */
import type { Paste } from '../paste/index.ts';
import { mentionsTrouble } from '../paste/lines.ts';
import { weightOf } from './pattern.ts';

/** Classes of SQLSTATE codes that are all digits, as PostgreSQL's appendix A lists them; other numbers of five digits are ports and ids. */
const sqlState = /^(0[0-389]|2[0-8]|3[489]|4[024]|5[34578]|72)\d{3}$/;
/** Words that are data and not language: hex, parts of a UUID, durations, mixed ids, plain numbers that are no known code. */
const isData = (word: string) =>
  /^\d+$/.test(word)
    ? !knownCodes.has(word) && !sqlState.test(word)
    : word.length > 40 ||
      (/^(.{4}|.{7,})$/.test(word) && /\d/.test(word) && /^[0-9a-f]+$/.test(word)) ||
      /^\d+(ms|[a-z])$/.test(word) ||
      (/\d[a-z]+\d[a-z]*\d/.test(word) && !/^\d\dp\d\d$/.test(word));

/** Symptoms are told in English, but for a few wordings: words of other scripts must not count as words that were not found. */
const isLatin = (word: string) => /[\p{Script=Latin}\p{N}_]/u.test(word);

/** Numbers that are the fault: exit codes, HTTP status. SQLSTATE has five digits and passes as it is. */
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

/** In a paste of at least so many lines, a word that more than half of them have is what the log writes before every line. */
const manyLines = 8;
/** What such a word loses of its weight. */
const penalty = 3;

/**
 * Chooses the words, the most telling first: those of lines that tell of trouble, codes and identifiers; last those that say little.
 *
 * @param paste the paste
 * @param limit how many at most
 * @param widespread words that so many symptoms have that they say little
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
 * Chooses words of other scripts than Latin, in which some servers word their messages.
 *
 * @param paste the paste
 * @param limit how many at most
 */
export const nonLatinTermsOf = (paste: Paste, limit: number): string[] =>
  [...new Set(paste.words.map(({ text }) => text).filter((text) => text.length > 1 && !isLatin(text)))].slice(0, limit);

/** What a line's words are lifted by when it tells of trouble, and lowered by beside an equals sign: settings and counts are no message. */
const bonus = { trouble: 1, setting: -0.5 };

/** The lines of a paste: each word that may be looked up, and how much it says there. */
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
