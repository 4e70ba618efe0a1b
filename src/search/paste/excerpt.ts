/**
 * Shortens a long paste so that it fits into a URL. Reading an excerpt again gives the same excerpt.
 *
 *   … 20,412 lines not shown
 *   03:12:04 api-1 ReplyError: OOM command not allowed when used memory > 'maxmemory'
 *   … 20,821 lines not shown
 */
import { maxQueryLength } from '../query-url.ts';
import { isLeftOutMark, leftOutMark } from './left-out-mark.ts';
import { fromBothEnds, joined, linesThatMatter, rankOf, ranks, type Line } from './lines.ts';

/** The room that a line needs in addition to its text, in characters: line end, marks of a cut, mark of omitted lines. */
const marksLength = 40;

/**
 * Returns the excerpt of a paste: its most important lines in their order, with marks that say how many lines are omitted between them.
 * A paste of at most {@link maxQueryLength} characters is returned unchanged; an excerpt is never longer.
 *
 * @param text the paste
 */
export function excerptOf(text: string): string {
  if (text.length <= maxQueryLength) return text;
  const kept: string[] = [];
  let end = 0;
  for (const line of linesThatFit(linesThatMatter(text))) {
    kept.push(...marksBetween(text, end, line.start), withCutMarks(text, line));
    end = line.start + line.text.length;
  }
  return [...kept, ...marksBetween(text, end, text.length)].join('\n');
}

/** Chooses lines until the room is used up, the most important first, and returns them in their order. */
function linesThatFit(lines: readonly Line[]): Line[] {
  const bestFirst = ranks.flatMap((rank) => fromBothEnds(lines.filter(({ text }) => rankOf(text) === rank)));
  let room = maxQueryLength - marksLength;
  const fitting = bestFirst.filter(({ text }) => {
    const fits = text.length + marksLength <= room;
    if (fits) room -= text.length + marksLength;
    return fits;
  });
  return joined(
    fitting.toSorted((a, b) => a.start - b.start),
    maxQueryLength,
  );
}

/** Returns the mark of the whole lines between two positions, or nothing when there are none. Blank lines do not count. */
function marksBetween(text: string, from: number, to: number): string[] {
  const lines = text.slice(from, to).split('\n');
  const whole = lines.slice(from > 0 ? 1 : 0, to < text.length ? -1 : undefined).map((line) => line.trim());
  const count = whole.reduce((sum, line) => sum + (isLeftOutMark(line) ? leftOutMark.read(line) : Number(line !== '')), 0);
  return count ? [leftOutMark.write(count)] : [];
}

/** Returns the text of a line; a piece of a longer line has `…` where it was cut. */
function withCutMarks(text: string, { text: piece, start }: Line): string {
  const end = start + piece.length;
  const isCutBefore = start > 0 && text[start - 1] !== '\n';
  const isCutAfter = end < text.length && text[end] !== '\n';
  return `${isCutBefore ? '…' : ''}${piece.trimEnd()}${isCutAfter ? '…' : ''}`;
}
