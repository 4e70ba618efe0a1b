/** Chooses what is shown of a paste as proof of a match: the lines with the message. */
import { isLeftOutMark, leftOutMark } from '../paste/left-out-mark.ts';
import { kindOf } from '../paste/lines.ts';
import { noiseIn, type Stretch } from '../paste/noise.ts';
import type { Span } from './explain.ts';

/** A piece of a line: words of the signature, a value in it, noise such as a log prefix, or other text. */
export interface ProofPiece {
  text: string;
  kind: Span['kind'] | 'noise' | 'plain';
}

/** A line that is shown, or the number of lines that are not, with the number of those that repeat a line with the message. */
export type ProofLine = { pieces: readonly ProofPiece[] } | { leftOut: number; repeats: number };

/** How many characters of a line are shown before and after the message in it. */
const around = 200;

interface Line {
  text: string;
  start: number;
  /** The spans in this line, with positions in the line. */
  spans: Span[];
}

/**
 * Returns the lines that are shown, split into pieces. The list is empty when nothing was recognised.
 *
 * @param text the paste
 * @param spans what was recognised in it, in order
 */
export function proofLines(text: string, spans: readonly Span[]): ProofLine[] {
  if (spans.length === 0) return [];
  const lines = linesWith(text, spans);
  const kinds = new Set(lines.filter((line) => line.spans.length).map((line) => kindOf(line.text)));
  const shown: ProofLine[] = [];
  for (const line of lines) {
    if (!line.text.trim()) continue;
    const isMark = isLeftOutMark(line.text);
    if (line.spans.length && !isMark) {
      shown.push({ pieces: piecesOf(line) });
      continue;
    }
    let last = shown.at(-1);
    if (!last || !('leftOut' in last)) shown.push((last = { leftOut: 0, repeats: 0 }));
    last.leftOut += isMark ? leftOutMark.read(line.text) : 1;
    last.repeats += Number(kinds.has(kindOf(line.text)));
  }
  return shown;
}

function linesWith(text: string, spans: readonly Span[]): Line[] {
  let start = 0;
  return text.split('\n').map((line) => {
    const from = start;
    start += line.length + 1;
    const within = spans
      .filter((span) => span.start < from + line.length && span.end > from)
      .map(({ kind, ...span }) => ({ kind, start: Math.max(0, span.start - from), end: Math.min(line.length, span.end - from) }));
    return { text: line, start: from, spans: within };
  });
}

/** Returns the pieces of a line; of a long line only what is around the message, with `…` for the rest. */
function piecesOf({ text, spans }: Line): ProofPiece[] {
  const kinds = kindsOf(text, spans);
  const pieces: ProofPiece[] = [];
  let end = 0;
  for (const range of rangesAround(text, spans)) {
    if (range.start > end) pieces.push({ text: '…', kind: 'noise' });
    for (let at = range.start; at < range.end; at++) {
      const [kind, last] = [kinds[at] ?? 'plain', pieces.at(-1)];
      if (at > range.start && last?.kind === kind) last.text += text[at] ?? '';
      else pieces.push({ text: text[at] ?? '', kind });
    }
    end = range.end;
  }
  return end < text.length ? [...pieces, { text: '…', kind: 'noise' }] : pieces;
}

/** Returns the kind of each character of a line. */
function kindsOf(text: string, spans: readonly Span[]): ProofPiece['kind'][] {
  const kinds = new Array<ProofPiece['kind']>(text.length).fill('plain');
  for (const { start, end } of noiseIn(text, spans[0]?.start ?? 0)) kinds.fill('noise', start, end);
  for (const { start, end, kind } of spans) kinds.fill(kind, start, end);
  return kinds;
}

function rangesAround({ length }: string, spans: readonly Span[]): Stretch[] {
  const ranges: Stretch[] = [];
  for (const span of spans) {
    const [start, end] = [Math.max(0, span.start - around), Math.min(length, span.end + around)];
    const last = ranges.at(-1);
    if (last && start <= last.end) last.end = end;
    else ranges.push({ start, end });
  }
  return ranges;
}
