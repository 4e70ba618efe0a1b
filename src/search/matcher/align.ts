/**
 * Aligns a signature with a paste: finds the best chain of the signature's words that occur in the paste in the same order and close
 * together.
 *
 *   signature   command not allowed when used memory > 'maxmemory'
 *   paste       … ReplyError: OOM command not allowed when used memory > 'maxmemory'. script: 2a1 …
 *   chain                         ×──────×───×───────×────×────×─────────×
 *
 * It visits only the occurrences of the signature's words, so the time depends on their number and not on the length of the paste.
 */
import type { Paste } from '../paste/index.ts';
import type { Pattern } from './pattern.ts';

/** Where the words of a signature occur in a paste. */
export interface Alignment {
  /** For each word of the signature its index among the paste's words, or -1 when it is missing. */
  places: readonly number[];
  /** The weight of the words that were found, minus a cost for each other word between them. */
  score: number;
  /** The share of the signature's weight that was found, 0 to 1. */
  coverage: number;
}

/** How many other words may stand between two neighbours of a signature: for `<any>`, for another placeholder, and without one. */
const maxGap = { any: 200, placeholder: 32, literal: 3 };
/** Returns how many words placeholders may stand for; 0 without placeholders. */
const gapOf = (placeholders: readonly string[]) =>
  placeholders.reduce((sum, name) => sum + (name === 'any' ? maxGap.any : maxGap.placeholder), 0);
/** What each other word between two neighbours costs. */
const strayCost = 0.4;
/** How many words of the signature may be missing in a row. */
const maxMissing = 3;
/** How many occurrences of a word are considered: the first ones. */
const maxOccurrences = 400;

/** Where each word occurs in a paste. Two words around a line break also count as one, since terminals break words. */
export interface Occurrences {
  /** For each word its indexes among the paste's words, in ascending order. */
  of: ReadonlyMap<string, readonly number[]>;
  /** The indexes at which a line begins. */
  lineStarts: ReadonlySet<number>;
}

/** Returns the occurrences of each word of a paste. */
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

/** An occurrence of a word of the signature, linked to the occurrence before it in the chain. */
interface Link {
  word: number;
  place: number;
  score: number;
  before: Link | undefined;
}

/**
 * Returns the alignment with the highest score, or `undefined` when the paste has none of the signature's words.
 *
 * For each word of the signature there is a column with its occurrences. Each occurrence is linked to the best one in the columns before
 * it (dynamic programming).
 *
 * @param pattern the signature
 * @param occurrences where each word occurs in the paste
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

/** Returns the best link that may come before an occurrence, and what it adds to the score; no link and 0 when none helps. */
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
      // Other words may replace missing ones. Additional words are allowed only where a line ends.
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

/** Returns the links of a column from place `from` up to, but without, `to`. A column is sorted by place. */
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
