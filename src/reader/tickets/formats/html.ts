import type { TicketNote } from '../note.ts';
import { oneLine, riskOf, stampOf } from './words.ts';

/** Formats a note as HTML, which rich-text editors take from the clipboard. */
export function html(note: TicketNote): string {
  const { title, meaning, fix, url } = note;
  return [
    `<p><strong>${titled(title, url)}</strong></p>`,
    `<p>${escaped(meaning)}</p>`,
    ...(fix ? [`<p>Fix (${riskOf(fix)}): ${titled(fix.title, fix.url)}</p>`] : []),
    `<p>${escaped(stampOf(note))}</p>`,
  ].join('');
}

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (value: string): string => oneLine(value).replace(/[&<>"]/g, (sign) => signs[sign] ?? sign);
const titled = (title: string, url: string): string => `<a href="${escaped(url)}">${escaped(title)}</a>`;
