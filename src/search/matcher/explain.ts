/** Shows why a symptom was found: the words of the paste that stand in its signature, and the values between them. */
import type { Paste } from '../paste/index.ts';
import type { Stretch } from '../paste/noise.ts';
import type { Hit } from './find.ts';

/** A stretch of the paste: literal words of the signature, or a value that stands where it has a placeholder. */
export interface Span extends Stretch {
  kind: 'matched' | 'value';
}

/** What was recognised in a paste. */
export interface Explanation {
  /** In the order of the paste, not overlapping. */
  spans: readonly Span[];
  /** What the placeholders stand for, by their names; the first of each name. */
  values: ReadonlyMap<string, string>;
}

/** A value longer than this is not one that a command could be filled with. */
const maxValueLength = 120;

/**
 * Explains a match.
 *
 * @param paste the paste
 * @param hit a symptom that was found in it; one that is only related has nothing to show
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

/** What stands between two matched words, without the punctuation around it. */
function valueBetween(text: string, from: number, to: number): Stretch | undefined {
  if (to <= from || to - from > maxValueLength) return undefined;
  const between = text.slice(from, to);
  const lead = /^[\s"'`:=([{<>,;]*/.exec(between)?.[0].length ?? 0;
  const tail = /[\s"'`:=)\]}<>,;(]*$/.exec(between)?.[0].length ?? 0;
  const [start, end] = [from + lead, to - tail];
  return end > start ? { start, end } : undefined;
}

/** What stands behind the last word of a message: a word on the same line, without the punctuation around it. */
function valueAfter(text: string, from: number): Stretch | undefined {
  const [whole = '', word = ''] =
    /^[ \t"'`:=([{<>]{0,8}([^\s"'`,;()[\]{}<>]{1,120})/.exec(text.slice(from, from + 2 * maxValueLength)) ?? [];
  const start = from + whole.length - word.length;
  const value = word.replace(/[.:]{1,3}$/, '');
  return value ? { start, end: start + value.length } : undefined;
}

/** Neighbouring words of a signature are one stretch, the blanks between them included. */
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
