import type { TicketNote } from '../note.ts';
import { oneLine, riskOf, stampOf } from './words.ts';

/** Slack's mrkdwn, as its API, webhooks and templates of alerts take it. */
export function slack(note: TicketNote): string {
  const { title, meaning, fix, url } = note;
  return [
    `<${url}|${escaped(title)}>`,
    escaped(meaning).replace(/^&gt;/, '\u200B&gt;'),
    ...(fix ? [`Fix (${riskOf(fix)}): <${fix.url}|${escaped(fix.title)}>`] : []),
    stampOf(note),
  ].join('\n');
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const lookAlikes: Record<string, string> = { '*': '\u2217', _: '\u02CD', '~': '\u223C', '`': '\u02CB' };

/**
 * Slack reads three entities and has no escape for its formatting signs. A sign inside a word formats nothing and stays, so
 * that `max_connections` can be searched for; one at the edge of a word becomes a sign that looks like it. (A zero-width
 * space is no way out: Slack takes it for the edge of a word.) An escaped `>` at the start of a line would still quote.
 */
function escaped(value: string): string {
  return oneLine(value)
    .replace(/[&<>]/g, (sign) => entities[sign] ?? sign)
    .replace(/`|(?<![\p{L}\p{N}])[*_~]|[*_~](?![\p{L}\p{N}])/gu, (sign) => lookAlikes[sign] ?? sign);
}
