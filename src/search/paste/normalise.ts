/**
 * Separates the variable parts of a line from the words that identify the symptom.
 *
 *   line       2026-11-21T10:00:00Z app-1 | connect ECONNREFUSED 10.0.3.7:6379, exit code 137
 *   template   <date> <name> | connect ECONNREFUSED <address>, exit code 137
 *
 * Passwords, tokens, hosts and names are replaced even when that loses a significant word, because a template may be shown to others.
 */
import { addresses } from './variable-parts/addresses.ts';
import { kept } from './variable-parts/kept.ts';
import { names } from './variable-parts/names.ts';
import { numbers } from './variable-parts/numbers.ts';
import type { Row, ValueName } from './variable-parts/row.ts';
import { secrets } from './variable-parts/secrets.ts';
import { times } from './variable-parts/times.ts';
import { composites } from './variable-parts/composites.ts';

/** A variable part of a line: its text from `start` up to, but without, `end`. */
export interface Value {
  name: ValueName;
  text: string;
  start: number;
  end: number;
}

/** A line with placeholders for its variable parts, and those parts: in order, without overlaps. */
export interface Normalised {
  template: string;
  values: Value[];
}

/** The rows of the table, in the order in which they are applied. What one row has found is hidden from the rows after it. */
export const rows: readonly Row[] = [...secrets, ...composites, ...names, ...kept, ...times, ...addresses, ...numbers];

/** Replaces each character that a row has found. From the private use area of Unicode, so it is no letter, digit or space. */
const foundMark = '\ue000';
/** A long line is read in chunks of this length, each with this many characters before and after it, so that no value is cut. */
const chunk = { length: 4000, around: 2000 };

/**
 * Returns the template of a line and its variable parts.
 *
 * @param line the line; terminal codes and escapes should be masked (`maskMarkup`)
 */
export function normalise(line: string): Normalised {
  const marks = new Uint8Array(line.length);
  for (let start = 0; start < line.length; start += chunk.length) {
    const from = Math.max(0, start - chunk.around);
    const chunkMarks = markRows(line.slice(from, start + chunk.length + chunk.around));
    marks.set(chunkMarks.subarray(start - from, start - from + chunk.length), start);
  }
  const values = valuesOf(line, marks);
  let template = '';
  let end = 0;
  for (const value of values) {
    template += `${line.slice(end, value.start)}<${value.name}>`;
    end = value.end;
  }
  return { template: template + line.slice(end), values };
}

/** Returns for each character the number of the row that found a value there, counted from 1; 0 where none did. */
function markRows(text: string): Uint8Array {
  const marks = new Uint8Array(text.length);
  let rest = text;
  for (const [at, { pattern, placeholder }] of rows.entries()) {
    rest = rest.replace(pattern, (match: string, start: number) => {
      marks.fill(placeholder ? at + 1 : 0, start, start + match.length);
      return foundMark.repeat(match.length);
    });
  }
  return marks;
}

/** Returns the values: neighbouring characters whose rows have the same placeholder form one value. */
function valuesOf(line: string, marks: Uint8Array): Value[] {
  const values: Value[] = [];
  let start = 0;
  while (start < line.length) {
    const name = nameAt(marks, start);
    let end = start + 1;
    while (end < line.length && nameAt(marks, end) === name) end++;
    if (name) values.push({ name, text: line.slice(start, end), start, end });
    start = end;
  }
  return values;
}

const nameAt = (marks: Uint8Array, at: number) => rows[(marks[at] ?? 0) - 1]?.placeholder;
