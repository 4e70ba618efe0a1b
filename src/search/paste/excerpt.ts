/**
 * What is kept of a long paste: it has to fit into an address, and to be read again from there.
 *
 *   … 20,412 lines not shown
 *   03:12:04 api-1 ReplyError: OOM command not allowed when used memory > 'maxmemory'
 *   … 20,821 lines not shown
 */
import { maxQueryLength } from '../query-url.ts';
import { isLeftOutMark, leftOutMark } from './left-out-mark.ts';
import { fromBothEnds, joined, linesThatMatter, rankOf, ranks, type Line } from './lines.ts';

/** So much room a line takes besides its text: its end, the marks of a cut, the mark of lines left out. */
const marksLength = 40;

/**
 * Makes the excerpt of a paste: the lines that matter, in their order, with marks that say how many are not shown.
 *
 * @param text the paste
 * @returns a text of at most {@link maxQueryLength} characters; a paste that is no longer, as it is
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

/** Lines that fit into the room there is, the best first. */
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

/** The mark of the whole lines between two places; blank ones are not missed. */
function marksBetween(text: string, from: number, to: number): string[] {
  const lines = text.slice(from, to).split('\n');
  const whole = lines.slice(from > 0 ? 1 : 0, to < text.length ? -1 : undefined).map((line) => line.trim());
  const count = whole.reduce((sum, line) => sum + (isLeftOutMark(line) ? leftOutMark.read(line) : Number(line !== '')), 0);
  return count ? [leftOutMark.write(count)] : [];
}

/** A piece of a longer line says so at the end where it was cut. */
function withCutMarks(text: string, { text: piece, start }: Line): string {
  const end = start + piece.length;
  const isCutBefore = start > 0 && text[start - 1] !== '\n';
  const isCutAfter = end < text.length && text[end] !== '\n';
  return `${isCutBefore ? '…' : ''}${piece.trimEnd()}${isCutAfter ? '…' : ''}`;
}
