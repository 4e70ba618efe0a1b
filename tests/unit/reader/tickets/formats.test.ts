import { describe, expect, test } from 'vitest';
import { html } from '../../../../src/reader/tickets/formats/html.ts';
import { ticketFormats, type TicketFormat } from '../../../../src/reader/tickets/formats/index.ts';
import { text } from '../../../../src/reader/tickets/formats/text.ts';
import { attributeOfMarkup, countElements, textOfMarkup } from '../../read-markup.ts';
import { noteOf, plainNote, trickyTexts } from './notes.ts';

const formats: [string, TicketFormat][] = Object.entries(ticketFormats);

test('the link is the permalink and nothing else', () => {
  expect(ticketFormats.link.plain(plainNote)).toBe('https://kb.example/kb/symptoms/queue-full/');
});

test('plain text has a line for each thing', () => {
  expect(text(plainNote)).toBe(`Queue refuses jobs
https://kb.example/kb/symptoms/queue-full/
The queue holds as many jobs as it may.
Fix (risk: data loss): Raise the limit
https://kb.example/kb/articles/queue/#raise-it
The fault manual, revision 1a2b3c4d, 2026-11-21T03:12:04Z`);
});

test('plain text is not escaped', () => {
  for (const tricky of trickyTexts) expect(text(noteOf(tricky)).split('\n')[2]).toBe(tricky);
});

test.for(formats.filter(([name]) => name !== 'link'))(
  '%s says title, meaning, fix, its risk, permalink, revision and time',
  ([, format]) => {
    for (const written of [format.plain(plainNote), ...(format.rich ? [format.rich(plainNote)] : [])]) {
      const { title, meaning, fix, url, revision, time } = plainNote;
      for (const part of [title, meaning, fix?.title, 'risk: data loss', fix?.url, url, revision, time]) expect(written).toContain(part);
    }
  },
);

test.for(formats)('%s says nothing of a fix where there is none', ([, { plain, rich }]) => {
  expect(plain(noteOf('x'))).not.toMatch(/fix|risk/i);
  expect(rich?.(noteOf('x')) ?? '').not.toMatch(/fix|risk/i);
});

describe('HTML', () => {
  test('links the title', () => {
    expect(attributeOfMarkup(html(plainNote), 'a', 'href')).toBe(plainNote.url);
    expect(countElements(html(plainNote), 'a')).toBe(2);
  });

  test.for(trickyTexts)('shows the text as it is: %s', (tricky) => {
    const written = html(noteOf(tricky));
    expect(countElements(written, 'script')).toBe(0);
    expect(textOfMarkup(/<a [^>]*>(.*?)<\/a>/.exec(written)?.[1] ?? '')).toBe(tricky);
  });
});
