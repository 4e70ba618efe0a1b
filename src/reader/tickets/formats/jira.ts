import type { TicketNote } from '../note.ts';
import { oneLine, riskOf, stampOf } from './words.ts';

/** Wiki text, as Jira's text fields take it. */
export function jira(note: TicketNote): string {
  const { title, meaning, fix, url } = note;
  return [
    `*${titled(title, url)}*`,
    escaped(meaning),
    ...(fix ? [`Fix (${riskOf(fix)}): ${titled(fix.title, fix.url)}`] : []),
    stampOf(note),
  ].join('\n');
}

const titled = (title: string, url: string): string => `[${escaped(title)}|${url}]`;

/**
 * A backslash takes away the meaning of the sign after it, save of another backslash: two are a line break. So a
 * backslash becomes an entity, and an ampersand too, since entities are read. Monospace (`{{…}}`) and `{noformat}` are no
 * way out: the first still reads markup, the second is a block. A hyphen inside a word means nothing and stays.
 * Smileys are words of signs, such as `:)`, `:D` and `(y)`; `h1.` and `bq.` mean something at the start of a line only.
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
