/** Dates, times, durations and sizes. Longer forms come before forms that are part of them. */
import { row } from './row.ts';

const month = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}';
const clock = String.raw`\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?`;
const zone = String.raw`(?: ?(?:Z|UTC|GMT|CES?T|[+-]\d{2}:?\d{2})(?!\w))?`;
const weekday = '(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6},? {1,2})?';

/** The rows, in the order in which they are applied. */
export const times = [
  row(
    'date',
    'date',
    new RegExp(String.raw`(?<![\w.-])\d{4}(?:-\d{2}-|/\d{2}/)\d{2}(?:(?:T|_|,? {1,2})${clock}${zone})?(?!\w)`, 'g'),
    new RegExp(
      String.raw`(?<![\w./-])(?:\d{1,2}/\d{1,2}/\d{2,4}|\d{2}/\d{2}/\d{2}|\d{2}\.\d{2}\.\d{4}|\d{2}-\d{2}-\d{4})(?:,? {1,2}${clock}(?: ?[AP]M\b)?${zone})?(?![\w/]|\.\d)`,
    ),
    new RegExp(String.raw`(?<![\w./-])\d{1,2}/${month}/\d{4}:${clock}${zone}`),
    new RegExp(String.raw`\b${weekday}${month} {1,2}\d{1,2},?(?: \d{4},?)?(?: at)? ${clock}(?: ?[AP]M\b)?${zone}(?: \d{4}\b)?`),
    new RegExp(String.raw`(?<![\w./-])${weekday}\d{1,2} ${month}(?: \d{4})? ${clock}${zone}`),
    /(?<=\b[IWEF])\d{4} {1,2}\d{2}:\d{2}:\d{2}\.\d{1,9}/,
    /(?<![\w.:])\d{1,2}:\d{2}:\d{2}(?:[.,]\d{1,9})?(?: ?[AP]M\b|Z)?(?![\w:])/,
    /(?<=\[ {0,8})\d{1,9}\.\d{6}(?=\])/,
    /(?<![\w.:-])1[4-9]\d{8}(?:\d{3}|\.\d{1,9})?(?![\w.:])/,
  ),
  row('host of a system log', 'host', /(?<=\ue000 )[\w.-]{1,63}(?= (?:kernel: |[\w./@-]{1,60}\[\d{1,8}\]: ))/g),
  row(
    'memory as an argument',
    'size',
    /(?<=\s(?:-m|--memory|--memory-swap)[ =]|\bmem(?:ory|_limit)["']?[:=] ?["']?)\d{1,12}[bkmg]?(?!\w)/gi,
  ),
  row('share of a processor', 'number', /(?<=\bcpu["']?[:= ]{1,3}["']?)\d{1,9}m(?!\w)/gi),
  row(
    'duration',
    'duration',
    /(?<![\w.-])(?:\d{1,12}(?:\.\d{1,9})?(?:ns|[µμu]s|ms|s|m|h|d)){1,6}(?!\w)/g,
    /(?<![\w.-])\d{1,12}(?:\.\d{1,9})? ?(?:nanosecond|microsecond|millisecond|second|minute|hour|day|week|month|year|sec|min|hr|msec|usec)s?(?!\w)/,
    /(?<![\w.-])\d{1,12}(?:\.\d{1,9})? (?:ms|s|ns|[µμu]s|h)(?!\w)/,
  ),
  row('size', 'size', /(?<![\w.-])\d{1,20}(?:\.\d{1,9})? ?(?:[KMGTPE]i?B?|[kmgt]i?[bB]?|bytes?|B)(?![\w'])/g),
  row('percentage', 'percent', /(?<![\w.-])\d{1,9}(?:\.\d{1,9})? ?%(?!\w)/g),
];
