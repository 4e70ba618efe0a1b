/** Explains a match: which words of the paste belong to the signature, and which values stand for its placeholders. */
import type { Paste } from '../paste/index.ts';
import type { Stretch } from '../paste/noise.ts';
import type { Hit } from './find.ts';

/** A stretch of the paste: literal words of the signature (`matched`), or the value of a placeholder. */
export interface Span extends Stretch {
  kind: 'matched' | 'value';
}

/** What was recognised in a paste. */
export interface Explanation {
  /** In the order of the paste, without overlaps. */
  spans: readonly Span[];
  /** The values of the placeholders, by name. When a name occurs more than once, its first value. */
  values: ReadonlyMap<string, string>;
}

/** The longest value that is of use in a command, in characters. */
const maxValueLength = 120;

/**
 * Returns what was recognised in a paste. A hit that is only related has no signature, so there is nothing to explain.
 *
 * @param paste the paste
 * @param hit the hit
 */
export function explain(paste: Paste, { signature }: Pick<Hit, 'signature'>): Explanation {
  const spans: Span[] = [];
  const values = new Map<string, string>();
  if (!signature) return { spans, values };
  const { pattern, alignment } = signature;
  const addValue = (names: readonly string[], value: Stretch | undefined) => {
    const [name] = names;
    if (!value || !name || names.length > 1) return;
    spans.push({ ...value, kind: 'value' });
    if (!values.has(name)) values.set(name, paste.text.slice(value.start, value.end));
  };
  let previousEnd: number | undefined;
  for (const [at, place] of alignment.places.entries()) {
    const word = paste.words[place];
    if (!word) continue;
    if (previousEnd !== undefined) addValue(pattern.words[at]?.placeholders ?? [], valueBetween(paste.text, previousEnd, word.start));
    spans.push({ start: word.start, end: word.end, kind: 'matched' });
    previousEnd = word.end;
  }
  const last = paste.words[alignment.places.at(-1) ?? -1];
  if (last) addValue(pattern.placeholdersAfter, valueAfter(paste.text, last.end));
  return { spans: merged(spans), values };
}

/** Returns the text between two matched words without the punctuation around it, unless it is empty or too long. */
function valueBetween(text: string, from: number, to: number): Stretch | undefined {
  if (to <= from || to - from > maxValueLength) return undefined;
  const between = text.slice(from, to);
  const lead = /^[\s"'`:=([{<>,;]*/.exec(between)?.[0].length ?? 0;
  const tail = /[\s"'`:=)\]}<>,;(]*$/.exec(between)?.[0].length ?? 0;
  const [start, end] = [from + lead, to - tail];
  return end > start ? { start, end } : undefined;
}

/** Returns the first word after the last matched one, if it is on the same line, without the punctuation around it. */
function valueAfter(text: string, from: number): Stretch | undefined {
  const [whole = '', word = ''] =
    /^[ \t"'`:=([{<>]{0,8}([^\s"'`,;()[\]{}<>]{1,120})/.exec(text.slice(from, from + 2 * maxValueLength)) ?? [];
  const start = from + whole.length - word.length;
  const value = word.replace(/[.:]{1,3}$/, '');
  return value ? { start, end: start + value.length } : undefined;
}

/** Joins spans of one kind that are at most three characters apart, and drops spans that overlap an earlier one. */
function merged(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last && span.start < last.end) continue;
    if (last && last.kind === span.kind && span.start - last.end <= 3) last.end = span.end;
    else result.push({ ...span });
  }
  return result;
}
