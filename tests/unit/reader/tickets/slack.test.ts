import { describe, expect, test } from 'vitest';
import { slack } from '../../../../src/reader/tickets/formats/slack.ts';
import { noteOf, plainNote, trickyTexts } from './notes.ts';

test('titles are links', () => {
  expect(slack(plainNote)).toBe(`<https://kb.example/kb/symptoms/queue-full/|Queue refuses jobs>
The queue holds as many jobs as it may.
Fix (risk: data loss): <https://kb.example/kb/articles/queue/#raise-it|Raise the limit>
The fault manual, revision 1a2b3c4d, 2026-11-21T03:12:04Z`);
});

describe('what Slack would read as formatting is not', () => {
  test.for([
    ['a < b && c > d', 'a &lt; b &amp;&amp; c &gt; d'],
    ['&lt;', '&amp;lt;'],
    ['<!here> <@U1>', '&lt;!here&gt; &lt;@U1&gt;'],
    ['*bold* _slanted_ ~struck~', '∗bold∗ ˍslantedˍ ∼struck∼'],
    ['`code` a`b', 'ˋcodeˋ aˋb'],
    ['> quoted', '\u200B&gt; quoted'],
  ] as const)('%s', ([text, escaped]) => {
    expect(meaningOf(text)).toBe(escaped);
  });
});

test.for(['max_connections', 'pg_stat_activity', "used memory 'maxmemory'.", '[a|b] {c} \\ # - + ! $x$'])(
  'what means nothing to Slack stays as it is, so that it can be searched for: %s',
  (text) => {
    expect(meaningOf(text)).toBe(text);
  },
);

test('the text of a link ends it nowhere', () => {
  for (const text of trickyTexts)
    expect(slack(noteOf(text)).split('\n')[0]).toMatch(/^<https:\/\/kb\.example\/kb\/symptoms\/queue-full\/\|[^<>]*>$/);
});

test('no text keeps a pair of signs that formats', () => {
  for (const text of trickyTexts) expect(slack(noteOf(text))).not.toMatch(/(?<![\p{L}\p{N}])([*_~`])\S.*\1(?![\p{L}\p{N}])/u);
});

test('a text with line breaks is one line', () => {
  expect(meaningOf('a\n> b\r\n\nc')).toBe('a &gt; b c');
});

const meaningOf = (text: string): string => slack(noteOf(text)).split('\n')[1] ?? '';
