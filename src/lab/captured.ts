/** What a lab captures: the literal output, and what of it differs from run to run. */
import { stripVTControlCharacters } from 'node:util';

/** A rule: what is replaced in a capture, and by what; for what belongs to the lab, such as its ports and folders. */
export type Replacement = readonly [what: RegExp | string, by: string];

/** How output is captured. A lab states it where it captures, so that it can be seen. */
export interface CaptureRules {
  replace?: readonly Replacement[];
  /** What may differ in another run. The capture keeps what was printed; only comparisons leave it out. */
  varies?: readonly RegExp[];
}

/** Output as it was captured. */
export interface Captured {
  text: string;
  varies: readonly RegExp[];
}

/** What differs from run to run in more than one lab. */
export const varying = {
  numbers: /\d+(\.\d+)?/g,
  time: /\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d([.,]\d+)?(Z| UTC|[+-]\d\d:?\d\d)?/g,
  clock: /\b\d\d:\d\d:\d\d(\.\d+)?\b/g,
} as const;

/**
 * Output as a capture keeps it: without colours, carriage returns and spaces at the ends of lines.
 *
 * @param output what was printed
 */
export function captured(output: string, { replace = [], varies = [] }: CaptureRules = {}): Captured {
  const plain = stripVTControlCharacters(output)
    .replaceAll('\r\n', '\n')
    .replaceAll(/[ \t]+$/gm, '');
  const text = replace.reduce((current, [what, by]) => current.replaceAll(what, by), plain);
  return { text: `${text.replace(/^\n+|\s+$/g, '')}\n`, varies };
}

/**
 * Whether a new run printed what an earlier one did, apart from what varies.
 *
 * @param earlier the text of the earlier capture
 */
export const isSame = ({ text, varies }: Captured, earlier: string): boolean =>
  withoutVarying(text, varies) === withoutVarying(earlier, varies);

const withoutVarying = (text: string, varies: readonly RegExp[]) => varies.reduce((current, what) => current.replace(what, '≈'), text);
