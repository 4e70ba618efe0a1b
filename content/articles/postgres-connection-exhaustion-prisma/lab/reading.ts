/** How this lab's output is captured. */
import type { CaptureRules, Replacement } from 'faultbook/lab';

/** Tables of psql: their widths depend on process ids and ages. */
export const table: CaptureRules = { varies: [/[ -]*\d+(?:\.\d+)?[ -]*/g, /[ -]+/g] };

/** Leaves out the stack of an error, which contains paths of the lab. */
export const withoutStack: Replacement = [/\n +at [^\n]*?(?=( \{)?(\n|$))/g, ''];
