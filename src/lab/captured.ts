/** Captures: the output of programs, and the parts of it that differ from run to run. */
import { stripVTControlCharacters } from 'node:util';

/** A text or pattern and its replacement in a capture, for details of the lab such as ports and folders. `$1` refers to a group. */
export type Replacement = readonly [what: RegExp | string, by: string];

/** Options for one capture. */
export interface CaptureRules {
  replace?: readonly Replacement[];
  /** Patterns of text that may differ in another run. Comparisons ignore such text; the capture keeps it. */
  varies?: readonly RegExp[];
}

/** Captured output. */
export interface Captured {
  text: string;
  varies: readonly RegExp[];
}

/** Patterns of text that differs from run to run in most labs. */
export const varying = {
  numbers: /\d+(\.\d+)?/g,
  time: /\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d([.,]\d+)?(Z| UTC|[+-]\d\d:?\d\d)?/g,
  clock: /\b\d\d:\d\d:\d\d(\.\d+)?\b/g,
} as const;

/**
 * Returns output as a capture keeps it: without colour codes, NULs, carriage returns and spaces at the ends of lines.
 *
 * @param output what a program printed
 */
export function captured(output: string, { replace = [], varies = [] }: CaptureRules = {}): Captured {
  const plain = stripVTControlCharacters(output)
    .replaceAll('\0', '')
    .replaceAll('\r\n', '\n')
    .replaceAll(/[ \t]+$/gm, '');
  const text = replace.reduce(
    (current, [what, by]) => current.replaceAll(what, typeof what === 'string' ? by.replaceAll('$', '$$$$') : by),
    plain,
  );
  return { text: `${text.replace(/^\n+|\s+$/g, '')}\n`, varies };
}

/**
 * Whether a new run printed the same as an earlier one, apart from what varies.
 *
 * @param earlier the text of the earlier capture
 */
export const isSame = ({ text, varies }: Captured, earlier: string): boolean =>
  withoutVarying(text, varies) === withoutVarying(earlier, varies);

const withoutVarying = (text: string, varies: readonly RegExp[]) => varies.reduce((current, what) => current.replace(what, '≈'), text);
