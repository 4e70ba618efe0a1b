import type { TicketNote } from '../note.ts';
import { oneLine, riskOf, stampOf } from './words.ts';

/** GitHub Flavored Markdown. Paragraphs, since not every renderer keeps single line breaks. */
export function markdown(note: TicketNote): string {
  const { title, meaning, fix, url } = note;
  return [
    `**${titled(title, url)}**`,
    escaped(meaning),
    ...(fix ? [`Fix (${riskOf(fix)}): ${titled(fix.title, fix.url)}`] : []),
    stampOf(note),
  ].join('\n\n');
}

const titled = (title: string, url: string): string => `[${escaped(title)}](${url})`;

/**
 * Any ASCII punctuation may be escaped by a backslash (CommonMark 0.31, section 2.4). Escaped is what means something
 * within a line, `$` (mathematics on GitHub) included, what makes an address a link (escapes inside of which would show), and
 * what begins a block at the start of a line.
 */
function escaped(value: string): string {
  return oneLine(value)
    .replace(/[\\`*_[\]<>|~&$!#{}@]|:(?=\/\/)|(?<=www)\./gi, '\\$&')
    .replace(/^[-+=]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2');
}
