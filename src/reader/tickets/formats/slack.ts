import type { TicketNote } from '../note.ts';
import { oneLine, riskOf, stampOf } from './words.ts';

/** Formats a note as Slack's mrkdwn, for its API, webhooks and alert templates. */
export function slack(note: TicketNote): string {
  const { title, meaning, fix, url } = note;
  return [
    `<${url}|${escaped(title)}>`,
    escaped(meaning).replace(/^&gt;/, '\u200B&gt;'),
    ...(fix ? [`Fix (${riskOf(fix)}): <${fix.url}|${escaped(fix.title)}>`] : []),
    escaped(stampOf(note)),
  ].join('\n');
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const lookAlikes: Record<string, string> = { '*': '\u2217', _: '\u02CD', '~': '\u223C', '`': '\u02CB' };

/**
 * Escapes mrkdwn. Slack reads three entities, but has no escape for its formatting characters:
 *
 * - Inside a word they format nothing and stay, so that readers can search for `max_connections`.
 * - At the edge of a word each is replaced by one that looks the same. A zero-width space would not help: Slack takes it for the edge of a word.
 *
 * At the start of a line, an escaped `>` would still be a quote; the caller puts a zero-width space before it.
 */
function escaped(value: string): string {
  return oneLine(value)
    .replace(/[&<>]/g, (sign) => entities[sign] ?? sign)
    .replace(/`|(?<![\p{L}\p{N}])[*_~]|[*_~](?![\p{L}\p{N}])/gu, (sign) => lookAlikes[sign] ?? sign);
}
