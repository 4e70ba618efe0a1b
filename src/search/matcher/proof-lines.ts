/** Chooses what is shown of a paste as proof of a match: the lines with the message and a few lines around them. */
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

/**
 * How much is shown around a message: lines before and after it, characters of each of those lines, and characters before and after
 * the message in its own line.
 */
const context = { lines: 0, beginning: 120, characters: 200 };

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
  const matched = lines.flatMap((line, at) => (line.spans.length ? [at] : []));
  const kinds = new Set(matched.map((at) => kindOf(lines[at]?.text ?? '')));
  const shownLines = new Set(
    matched.flatMap((at) => Array.from({ length: 2 * context.lines + 1 }, (_, step) => at + step - context.lines)),
  );
  const shown: ProofLine[] = [];
  for (const [at, line] of lines.entries()) {
    if (!line.text.trim()) continue;
    const isMark = isLeftOutMark(line.text);
    if (shownLines.has(at) && !isMark) {
      shown.push({ pieces: line.spans.length ? piecesOf(line) : [{ text: shortened(line.text), kind: 'noise' }] });
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

const shortened = (line: string) => (line.length > context.beginning ? `${line.slice(0, context.beginning)}…` : line);

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
    const [start, end] = [Math.max(0, span.start - context.characters), Math.min(length, span.end + context.characters)];
    const last = ranges.at(-1);
    if (last && start <= last.end) last.end = end;
    else ranges.push({ start, end });
  }
  return ranges;
}
