/**
 * Aligns a signature with a paste: the longest chain of the signature's words that stand in the paste in the same order,
 * close together.
 *
 *   signature   command not allowed when used memory > 'maxmemory'
 *   paste       … ReplyError: OOM command not allowed when used memory > 'maxmemory'. script: 2a1 …
 *   chain                         ×──────×───×───────×────×────×─────────×
 *
 * Only occurrences of the signature's own words are looked at, so the time depends on them and not on the length of the paste.
 */
import type { Paste } from '../paste/index.ts';
import type { Pattern } from './pattern.ts';

/** Where a signature stands in a paste. */
export interface Alignment {
  /** For each word of the signature its place among the paste's words, or -1. */
  places: readonly number[];
  /** Weight of the words that were found, less what lies between them. */
  score: number;
  /** Share of the signature's weight that was found, 0 to 1. */
  coverage: number;
}

/** Words that may lie between two words of a signature: where it says `<any>`, where another placeholder stands, and where none does. */
const maxGap = { any: 200, placeholder: 32, literal: 3 };
const gapOf = (placeholders: readonly string[]) =>
  placeholders.reduce((sum, name) => sum + (name === 'any' ? maxGap.any : maxGap.placeholder), 0);
/** What a word between two neighbours costs. */
const strayCost = 0.4;
/** How many words of the signature may be missing in a row. */
const maxMissing = 3;
/** More occurrences of one word than this are not looked at. */
const maxOccurrences = 400;

/** Where each word stands in a paste; a word that a line break tore apart stands there whole as well. */
export interface Occurrences {
  of: ReadonlyMap<string, readonly number[]>;
  lineStarts: ReadonlySet<number>;
}

/**
 * Makes the index of a paste's words.
 *
 * @param paste the paste
 */
export function occurrencesOf({ words, lineStarts }: Paste): Occurrences {
  const places = new Map<string, number[]>();
  const add = (word: string, place: number) => {
    const known = places.get(word);
    if (!known) places.set(word, [place]);
    else if (known.length < maxOccurrences) known.push(place);
  };
  for (const [place, { text }] of words.entries()) {
    add(text, place);
    const before = words[place - 1];
    if (before && lineStarts.has(place)) add(before.text + text, place - 1);
  }
  return { of: places, lineStarts };
}

/** A word of the signature found at a place of the paste, chained to the one before it. */
interface Link {
  word: number;
  place: number;
  score: number;
  before: Link | undefined;
}

/**
 * Finds the best alignment.
 *
 * @param pattern the signature
 * @param occurrences the index of the paste's words
 */
export function align(pattern: Pattern, occurrences: Occurrences): Alignment | undefined {
  const columns: Link[][] = [];
  let best: Link | undefined;
  for (const [word, { text, weight }] of pattern.words.entries()) {
    const column = (occurrences.of.get(text) ?? []).map((place): Link => {
      const { before, gain } = bestPredecessor(pattern, columns, word, place, occurrences.lineStarts);
      return { word, place, before, score: weight + gain };
    });
    columns.push(column);
    for (const link of column) if (!best || link.score > best.score) best = link;
  }
  return best && toAlignment(pattern, best);
}

/** The best link that a word at a place can be chained to, and what that adds to its score. */
function bestPredecessor(
  pattern: Pattern,
  columns: readonly Link[][],
  word: number,
  place: number,
  lineStarts: ReadonlySet<number>,
): { before: Link | undefined; gain: number } {
  let before: Link | undefined;
  let gain = 0;
  let maxDistance = 0;
  let freeWords = 0;
  for (let back = 1; back <= maxMissing + 1 && word - back >= 0; back++) {
    const placeholders = pattern.words[word - back + 1]?.placeholders ?? [];
    const free = gapOf(placeholders);
    maxDistance += free || maxGap.literal;
    freeWords += free;
    for (const link of linksWithin(columns[word - back] ?? [], place - maxDistance - 1, place)) {
      const strayWords = Math.max(0, place - link.place - 1 - freeWords);
      // A word may stand in the place of another; words of their own come between only where a line ends.
      if (strayWords > back - 1 && !hasLineBreak(lineStarts, link.place, place)) continue;
      const candidate = link.score - strayWords * strayCost;
      if (candidate > gain) [before, gain] = [link, candidate];
    }
  }
  return { before, gain };
}

/** Whether a line begins between two places. */
function hasLineBreak(lineStarts: ReadonlySet<number>, from: number, to: number): boolean {
  for (let place = from + 1; place <= to; place++) if (lineStarts.has(place)) return true;
  return false;
}

/** The links of a column that stand after `from` and before `to`. A column is in the order of the paste. */
function linksWithin(column: readonly Link[], from: number, to: number): readonly Link[] {
  let low = 0;
  let high = column.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((column[middle]?.place ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < column.length && (column[end]?.place ?? 0) < to) end++;
  return column.slice(low, end);
}

function toAlignment(pattern: Pattern, last: Link): Alignment {
  const places = new Array<number>(pattern.words.length).fill(-1);
  let found = 0;
  for (let link: Link | undefined = last; link; link = link.before) {
    places[link.word] = link.place;
    found += pattern.words[link.word]?.weight ?? 0;
  }
  return { places, score: last.score, coverage: pattern.weight ? found / pattern.weight : 0 };
}
