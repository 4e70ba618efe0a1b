/** Notes for the tests of their formats. */
import type { TicketNote } from '../../../../src/reader/tickets/note.ts';

/** A note whose texts say nothing that a format could read as markup. */
export const plainNote: TicketNote = {
  title: 'Queue refuses jobs',
  meaning: 'The queue holds as many jobs as it may.',
  fix: { title: 'Raise the limit', risk: 'data-loss', url: 'https://kb.example/kb/articles/queue/#raise-it' },
  url: 'https://kb.example/kb/symptoms/queue-full/',
  stamp: 'The fault manual, revision',
  revision: '1a2b3c4d',
  time: '2026-11-21T03:12:04Z',
};

/** The same without a fix, with a title and a meaning of one text. */
export function noteOf(text: string): TicketNote {
  const { url, stamp, revision, time } = plainNote;
  return { title: text, meaning: text, url, stamp, revision, time };
}

/** Texts that at least one format would read as markup. */
export const trickyTexts = [
  '*bold* _slanted_ ~struck~ `code`',
  'a*b max_connections a~b',
  '**twice** __twice__ ~~twice~~ ``twice``',
  '[label](https://elsewhere.example) [a|https://elsewhere.example]',
  'a | b || c',
  '<script>alert(1)</script> <pod> <https://elsewhere.example|x>',
  '&lt; &amp; a && b &#42;',
  '{code} {noformat} {{mono}} {color:red}x{color}',
  '!picture.png! ??cited?? +added+ ^up^ -gone- --- -- a-b',
  '\\ \\\\ C:\\new\\*table \\_x \\)',
  '"quoted" \'single\' $x$ $HOME',
  '# heading',
  '- item',
  '+ item',
  '1. first',
  '2) second',
  '> quoted',
  '=====',
  'h1. heading',
  'bq. quoted',
  ':) :D ;) (y) (x) (!) (*r) (on)',
  'ends with \\',
  '![image](x.png)',
  '~~~ fence',
  '| a | b |',
  'see www.elsewhere.example/a_b_c or ask a_b@elsewhere.example',
] as const;
