/** Makes templates: the message of a paste without anything private, so that it can be shown to others. */
import { linesThatMatter, mentionsTrouble, type Line } from './lines.ts';
import { maskMarkup } from './mask.ts';
import { normalise } from './normalise.ts';

/** The maximum size of a template. */
const limits = { lines: 12, characters: 1500 };

/**
 * Returns the template of a paste: its lines that mention trouble (all lines when none does), each once, with placeholders for hosts,
 * names, numbers, secrets and everything else that varies.
 *
 * @param text the paste
 */
export function templateOf(text: string): string {
  const lines = linesThatMatter(text).map((line) => withoutCutWords(text, line));
  const withTrouble = lines.filter(mentionsTrouble);
  const templates = new Set<string>();
  for (const line of withTrouble.length ? withTrouble : lines) {
    const template = lineTemplate(line);
    if (template) templates.add(template);
    if (templates.size === limits.lines) break;
  }
  return [...templates].join('\n').slice(0, limits.characters);
}

/** Removes the first word of a piece that was cut at its start, and the last word of one cut at its end: they may be parts of a secret. */
function withoutCutWords(text: string, { text: piece, start }: Line): string {
  const end = start + piece.length;
  const isCutBefore = piece.startsWith('…') || (start > 0 && text[start - 1] !== '\n');
  const isCutAfter = piece.endsWith('…') || (end < text.length && text[end] !== '\n');
  const begun = isCutBefore ? piece.replace(/^\S*/, '') : piece;
  return isCutAfter ? begun.slice(0, begun.search(/\S*$/)) : begun;
}

/** Returns the template of a line. It looks for values before and after masking escapes: an escape inside a secret must not end it. */
function lineTemplate(line: string): string {
  const masked = maskMarkup(line);
  const values = [...normalise(line).values, ...normalise(masked).values].toSorted((a, b) => a.start - b.start || b.end - a.end);
  let template = '';
  let at = 0;
  for (const { name, start, end } of values) {
    if (start >= at) template += `${masked.slice(at, start)}<${name}>`;
    at = Math.max(at, end);
  }
  return (template + masked.slice(at)).replace(/\s+/g, ' ').trim();
}
