/** How this lab's output is captured. */
import type { CaptureRules, Replacement } from '../../../../src/lab/captured.ts';

/** Tables of psql, whose widths follow process ids and ages. */
export const table: CaptureRules = { varies: [/[ -]*\d+(?:\.\d+)?[ -]*/g, /[ -]+/g] };

/** Stacks of Node name the lab's files. */
export const withoutStack: Replacement = [/\n +at [^\n]*?(?=( \{)?(\n|$))/g, ''];
