import { describe, expect, test } from 'vitest';
import { jira } from '../../../../src/reader/tickets/formats/jira.ts';
import { noteOf, plainNote, trickyTexts } from './notes.ts';

test('titles are links', () => {
  expect(jira(plainNote)).toBe(`*[Queue refuses jobs|https://kb.example/kb/symptoms/queue-full/]*
The queue holds as many jobs as it may.
Fix (risk: data loss): [Raise the limit|https://kb.example/kb/articles/queue/#raise-it]
The fault manual, revision 1a2b3c4d, 2026-11-21T03:12:04Z`);
});

describe('what Jira would read as markup is escaped', () => {
  test.for([
    ['*bold* _slanted_', '\\*bold\\* \\_slanted\\_'],
    ['max_connections', 'max\\_connections'],
    ['[a|b]', '\\[a\\|b\\]'],
    ['{code} {{mono}}', '\\{code\\} \\{\\{mono\\}\\}'],
    ['!picture.png!', '\\!picture.png\\!'],
    ['^up^ ~down~ +added+', '\\^up\\^ \\~down\\~ \\+added\\+'],
    ['-gone- a -- b', '\\-gone\\- a \\-\\- b'],
    ['??cited??', '\\?\\?cited\\?\\?'],
    ['C:\\new', 'C:&#92;new'],
    ['a\\\\b', 'a&#92;&#92;b'],
    ['&lt; a && b', '&amp;lt; a &amp;&amp; b'],
    ['# item', '\\# item'],
    ['* item', '\\* item'],
    ['h1. heading', 'h1\\. heading'],
    ['bq. quoted', 'bq\\. quoted'],
    [':) ;( :D :P', ':\\) ;\\( \\:D \\:P'],
    ['(y) (on) (/) (?)', '\\(y) \\(on) \\(/) \\(?)'],
    ['\\)', '&#92;\\)'],
  ] as const)('%s', ([text, escaped]) => {
    expect(meaningOf(text)).toBe(escaped);
  });
});

test.for([
  'exit code 137 (SIGKILL)',
  'redis-oom-command-not-allowed',
  "used memory > 'maxmemory'.",
  'a <pod> is `Pending`: why?',
  'Issue #12, section h1.2',
  '15:02',
])('what means nothing to Jira stays as it is: %s', (text) => {
  expect(meaningOf(text)).toBe(text);
});

test('a reader who takes the escapes away has the text back', () => {
  const characters: Record<string, string> = { '&amp;': '&', '&#92;': '\\' };
  const unescaped = (text: string) => text.replace(/\\(.)|&amp;|&#92;/g, (found, sign?: string) => sign ?? characters[found] ?? found);
  for (const text of trickyTexts) expect(unescaped(meaningOf(text))).toBe(text);
});

test('the text of a link ends it nowhere', () => {
  for (const text of trickyTexts) {
    const [title = ''] = jira(noteOf(text)).split('\n');
    expect(title.replace(/\\./g, '')).toMatch(/^\*\[[^[\]|{}]*\|https:\/\/kb\.example\/kb\/symptoms\/queue-full\/\]\*$/);
  }
});

test('a text with line breaks is one line', () => {
  expect(meaningOf('a\n* b\r\n\nc')).toBe('a \\* b c');
});

const meaningOf = (text: string): string => jira(noteOf(text)).split('\n')[1] ?? '';
