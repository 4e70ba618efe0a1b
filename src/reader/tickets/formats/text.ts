import type { TicketNote } from '../note.ts';
import { oneLine, riskOf, stampOf } from './words.ts';

/** Formats a note as plain text. */
export function text(note: TicketNote): string {
  const { title, meaning, fix, url } = note;
  return [
    oneLine(title),
    url,
    oneLine(meaning),
    ...(fix ? [`Fix (${riskOf(fix)}): ${oneLine(fix.title)}`, fix.url] : []),
    oneLine(stampOf(note)),
  ].join('\n');
}
