/**
 * Tells what varies in a line from what says which fault it is.
 *
 *   line       2026-11-21T10:00:00Z app-1 | connect ECONNREFUSED 10.0.3.7:6379, exit code 137
 *   template   <date> <name> | connect ECONNREFUSED <address>, exit code 137
 *
 * Passwords, tokens, hosts and names go even where that costs a telling word: a template may be shown to others.
 */
import { addresses } from './variable-parts/addresses.ts';
import { kept } from './variable-parts/kept.ts';
import { names } from './variable-parts/names.ts';
import { numbers } from './variable-parts/numbers.ts';
import type { Row, ValueName } from './variable-parts/row.ts';
import { secrets } from './variable-parts/secrets.ts';
import { times } from './variable-parts/times.ts';
import { composites } from './variable-parts/composites.ts';

/** A variable part of a line, with its place. */
export interface Value {
  name: ValueName;
  text: string;
  start: number;
  end: number;
}

/** A line without what varies in it, and what that was: in order, not overlapping. */
export interface Normalised {
  template: string;
  values: Value[];
}

/** The rows, in their order: what one row found, the rows after it find no more. */
export const rows: readonly Row[] = [...secrets, ...composites, ...names, ...kept, ...times, ...addresses, ...numbers];

/** Stands for a character that a row has found. It is no letter, digit or space. */
const foundMark = '\ue000';
/** A longer line is read piece by piece, each with so much of what lies around it that no value is cut. */
const chunk = { length: 4000, around: 2000 };

/**
 * Normalises a line.
 *
 * @param line the line, without terminal codes and escapes
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

/** For each character the row that found a value there, counted from 1; 0 where there is none. */
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

/** Neighbouring characters that rows of one name found are one value. */
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
