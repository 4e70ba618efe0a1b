import type { TicketNote } from '../note.ts';
import { oneLine, riskOf, stampOf } from './words.ts';

/** Formats a note as GitHub Flavored Markdown. Each line is a paragraph, because some renderers drop single line breaks. */
export function markdown(note: TicketNote): string {
  const { title, meaning, fix, url } = note;
  return [
    `**${titled(title, url)}**`,
    escaped(meaning),
    ...(fix ? [`Fix (${riskOf(fix)}): ${titled(fix.title, fix.url)}`] : []),
    escaped(stampOf(note)),
  ].join('\n\n');
}

const titled = (title: string, url: string): string => `[${escaped(title)}](${url})`;

/**
 * Escapes Markdown. A backslash may stand before any ASCII punctuation (CommonMark 0.31, section 2.4). Escaped are:
 *
 * - characters that are markup within a line, with `$` (mathematics on GitHub)
 * - what turns a bare URL into a link: a backslash inside such a link would show
 * - what begins a block at the start of a line
 */
function escaped(value: string): string {
  return oneLine(value)
    .replace(/[\\`*_[\]<>|~&$!#{}@]|:(?=\/\/)|(?<=www)\./gi, '\\$&')
    .replace(/^[-+=]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2');
}
