/** Fits a text into a box: finds the largest size at which it fits, and breaks it into lines between words. */
import { advanceOf } from './advance.ts';
import type { Face } from './faces.ts';
import type { Piece, Word } from './words.ts';

/** The style of a text. Lengths are multiples of the font size. */
export interface TextStyle {
  face: Face;
  letterSpacing: number;
  lineHeight: number;
  /** The space above the lines, and the same below. */
  padding: number;
  /** Where lines break: as late as possible (`late`), into lines of about equal length (`even`), or the same without the last line (`pretty`). */
  breaks: 'late' | 'even' | 'pretty';
}

/** A text with its possible font sizes, in pixels, the largest first. */
export interface FittingText {
  words: readonly Word[];
  style: TextStyle;
  sizes: readonly number[];
}

/** The width and height that a text may take, in pixels. */
export interface Room {
  width: number;
  height: number;
}

/** A fitted text. */
export interface FittedText {
  size: number;
  lines: readonly (readonly Word[])[];
}

/**
 * Fits a text. When it does not fit at its smallest size, words at its end are cut off. A word is broken only when it is longer than a line
 * at that size.
 *
 * @param text the text
 * @param room the room for it
 * @returns undefined when not even the first word fits
 */
export function fitText({ words, style, sizes }: FittingText, room: Room): FittedText | undefined {
  for (const size of sizes) {
    const lines = linesIn(words, style, size, room.width);
    if (lines && heightOf(lines.length, style, size) <= room.height) return { size, lines: evenedOut(lines, style, room.width / size) };
  }
  const smallest = sizes.at(-1) ?? 0;
  const broken = words.flatMap((word) => brokenWord(word, style, smallest, room.width));
  return cutText(broken, style, smallest, room);
}

/** Cuts off words at the end until the rest fits together with an ellipsis. */
function cutText(words: readonly Word[], style: TextStyle, size: number, room: Room): FittedText | undefined {
  for (let count = words.length; count > 0; count--) {
    if (words[count]?.space === '') continue; // the cut would be inside a word
    const kept = count === words.length ? words : withEllipsis(words.slice(0, count));
    const lines = linesIn(kept, style, size, room.width);
    if (lines && heightOf(lines.length, style, size) <= room.height) return { size, lines };
  }
  return undefined;
}

/** Replaces the punctuation of the last word by an ellipsis. */
function withEllipsis(words: readonly Word[]): Word[] {
  const last = words.at(-1);
  if (!last) return [];
  const pieces = last.pieces.map((piece, index) =>
    piece.varies || index < last.pieces.length - 1 ? piece : { text: piece.text.replace(/[,;:.]+$/, '') },
  );
  return [...words.slice(0, -1), { ...last, pieces: [...pieces, { text: '…' }] }];
}

/** Returns the height of a number of lines, in pixels. */
export const heightOf = (lines: number, { lineHeight, padding }: TextStyle, size: number): number =>
  (lines * lineHeight + 2 * padding) * size;

/** Fills lines with as many words as fit; undefined when a word is wider than a line. */
function linesIn(words: readonly Word[], style: TextStyle, size: number, width: number): Word[][] | undefined {
  const lines: Word[][] = [];
  let used = Infinity;
  for (const word of words) {
    const own = widthOf(word.pieces, style) * size;
    if (own > width) return undefined;
    const space = widthOf([{ text: word.space }], style) * size;
    if (used + space + own > width || word.space.includes('\n')) {
      lines.push([word]);
      used = own;
    } else {
      lines.at(-1)?.push(word);
      used += space + own;
    }
  }
  return lines;
}

/** The line breaks of a text from some word on, with their cost. */
interface Breaks {
  lines: Word[][];
  unevenness: number;
}

const impossible: Breaks = { lines: [], unevenness: Infinity };
/** The cost of a last line that consists of one word. */
const lonelyWord = 1000;

/** Returns the words in the same number of lines, broken so that the sum of the squares of the space left at line ends is smallest. */
function evenedOut(late: Word[][], style: TextStyle, width: number): Word[][] {
  if (style.breaks === 'late' || late.length === 1) return late;
  const words = late.flat();
  const known = new Map<string, Breaks>();
  const bestFrom = (start: number, count: number): Breaks => {
    const key = `${start} ${count}`;
    const found = known.get(key) ?? (count === 1 ? lastLine(words.slice(start), style, width) : bestOf(start, count));
    known.set(key, found);
    return found;
  };
  const bestOf = (start: number, count: number): Breaks => {
    let best = impossible;
    for (let end = start + 1; end < words.length; end++) {
      const line = words.slice(start, end);
      const left = width - lineWidth(line, style);
      if (left < 0) break;
      const rest = bestFrom(end, count - 1);
      if (left ** 2 + rest.unevenness < best.unevenness) best = { lines: [line, ...rest.lines], unevenness: left ** 2 + rest.unevenness };
    }
    return best;
  };
  return bestFrom(0, late.length).lines;
}

function lastLine(line: Word[], style: TextStyle, width: number): Breaks {
  const left = width - lineWidth(line, style);
  if (left < 0) return impossible;
  const cost = style.breaks === 'even' ? left ** 2 : 0;
  return { lines: [line], unevenness: cost + (line.length === 1 ? lonelyWord : 0) };
}

/** Returns the width of adjacent pieces, as a multiple of the font size. */
export const widthOf = (pieces: readonly Piece[], { face, letterSpacing }: Pick<TextStyle, 'face' | 'letterSpacing'>): number =>
  pieces.reduce((sum, { text }) => sum + advanceOf(text, face) + letterSpacing * text.length, 0);

const lineWidth = (line: readonly Word[], style: TextStyle) =>
  line.reduce((sum, { space, pieces }, index) => sum + (index > 0 ? widthOf([{ text: space }], style) : 0) + widthOf(pieces, style), 0);

/** Breaks a word that is wider than a line into parts that fit, as the last resort. */
function brokenWord(word: Word, style: TextStyle, size: number, width: number): Word[] {
  if (widthOf(word.pieces, style) * size <= width) return [word];
  const parts: { space: string; pieces: Piece[] }[] = [];
  let used = Infinity;
  for (const { text, varies } of word.pieces) {
    for (const character of text) {
      const own = widthOf([{ text: character }], style) * size;
      const last = parts.at(-1)?.pieces.at(-1);
      if (used + own > width) {
        parts.push({ space: parts.length === 0 ? word.space : '', pieces: [{ text: character, ...(varies && { varies }) }] });
        used = 0;
      } else if (last && last.varies === varies) last.text += character;
      else parts.at(-1)?.pieces.push({ text: character, ...(varies && { varies }) });
      used += own;
    }
  }
  return parts;
}
