import type { TicketNote } from '../note.ts';
import { oneLine, riskOf, stampOf } from './words.ts';

/** Formats a note as wiki text, for Jira's text fields. */
export function jira(note: TicketNote): string {
  const { title, meaning, fix, url } = note;
  return [
    `*${titled(title, url)}*`,
    escaped(meaning),
    ...(fix ? [`Fix (${riskOf(fix)}): ${titled(fix.title, fix.url)}`] : []),
    escaped(stampOf(note)),
  ].join('\n');
}

const titled = (title: string, url: string): string => `[${escaped(title)}|${url}]`;

/**
 * Escapes wiki markup.
 *
 * - A backslash escapes the character after it. But two backslashes are a line break, so a backslash becomes an entity. An ampersand becomes
 *   one too, because Jira reads entities.
 * - A hyphen inside a word has no meaning and stays.
 * - Emoticons such as `:)`, `:D` and `(y)` are escaped; `h1.` and `bq.` only at the start of a line.
 *
 * Monospace (`{{…}}`) and `{noformat}` do not help: the first still reads markup, the second is a block.
 */
function escaped(value: string): string {
  return oneLine(value)
    .replace(/&/g, '&amp;')
    .replace(/\\/g, '&#92;')
    .replace(/[*_{}[\]|!^~+]|\?\?+|(?<![\p{L}\p{N}])-|-(?![\p{L}\p{N}])/gu, (signs) => signs.replace(/./g, '\\$&'))
    .replace(/(?<=[:;])[()]|:(?=[DP])|\((?=(?:[ynix/?]|on|off)\))/g, '\\$&')
    .replace(/^#/, '\\#')
    .replace(/^(h[1-6]|bq)\./, '$1\\.');
}
