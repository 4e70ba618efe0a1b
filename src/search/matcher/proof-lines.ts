/** What is shown of a paste as proof: the lines that hold the message, told apart from what has no part in it. */
import { isLeftOutMark, leftOutMark } from '../paste/left-out-mark.ts';
import { kindOf } from '../paste/lines.ts';
import { noiseIn, type Stretch } from '../paste/noise.ts';
import type { Span } from './explain.ts';

/** A stretch of a line: words of the known message, a value that stands in it, noise, or what is none of these. */
export interface ProofPiece {
  text: string;
  kind: Span['kind'] | 'noise' | 'plain';
}

/** A line of the paste, or how many are not shown here, and how many of those repeat a line that holds the message. */
export type ProofLine = { pieces: readonly ProofPiece[] } | { leftOut: number; repeats: number };

/** So many lines are shown before and after those that hold the message, so many characters of each, and of a line around the message. */
const context = { lines: 2, beginning: 120, characters: 200 };

interface Line {
  text: string;
  start: number;
  /** The spans in it, as places in the line. */
  spans: Span[];
}

/**
 * Chooses the lines and tells their pieces apart.
 *
 * @param text the paste
 * @param spans what was recognised in it, in order
 * @returns nothing where nothing was recognised
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

/** The line as pieces; of a long one what lies around the message. */
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

/** What each character is. */
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
