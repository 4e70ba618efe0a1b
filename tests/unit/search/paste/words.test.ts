import { describe, expect, test } from 'vitest';
import { wordsOf } from '../../../../src/search/paste/words.ts';
import { pastesThatBreakThings } from './pastes-that-break-things.ts';

const texts = (text: string) => wordsOf(text).map((word) => word.text);

describe('the words', () => {
  test.for([
    ['nothing', '', []],
    ['punctuation only', '--- "" … ()', []],
    ['of a sentence', 'Pod web-1 is late.', ['pod', 'web', '1', 'is', 'late']],
    ['joined by an underscore', 'oom_score_adj=0', ['oom_score_adj', '0']],
    ['of codes', 'P2024, 53300: E2BIG', ['p2024', '53300', 'e2big']],
    ['with invisible signs inside', 'max\u200bmem\u00adory \ufeffoom', ['maxmemory', 'oom']],
    ['in full width', 'ＯＯＭ １３７', ['oom', '137']],
    ['with a ligature', 'conﬁg', ['config']],
    ['with letters beyond ASCII', 'Größe überschritten', ['größe', 'überschritten']],
    ['composed of a letter and its accent', 'cafe\u0301s', ['cafés']],
    ['inside Chinese prose', '出现OOM错误了', ['出现', 'oom', '错误了']],
    ['behind Chinese prose', '错误error', ['错误', 'error']],
    ['inside Japanese prose', 'メモリmaxmemoryが足りない', ['メモリ', 'maxmemory', 'が足りない']],
    ['inside Arabic prose', 'خطأ OOM في', ['خطأ', 'oom', 'في']],
    ['that are data: too long', `${'a'.repeat(65)} ok`, ['ok']],
    ['as long as a word may be', 'a'.repeat(64), ['a'.repeat(64)]],
  ] as const)('%s', ([, text, expected]) => {
    expect(texts(text)).toEqual(expected);
  });
});

test('have their places in the paste', () => {
  expect(wordsOf('a  Max\u200bmemory', 10)).toEqual([
    { text: 'a', start: 10, end: 11 },
    { text: 'maxmemory', start: 13, end: 23 },
  ]);
});

test.for(pastesThatBreakThings.map((text, at) => [at, text] as const))('stand in order within the text: paste %i', ([, text]) => {
  let end = 0;
  for (const word of wordsOf(text)) {
    expect(word.start).toBeGreaterThanOrEqual(end);
    expect(word.end).toBeGreaterThan(word.start);
    expect(word.text).not.toBe('');
    end = word.end;
  }
  expect(end).toBeLessThanOrEqual(text.length);
});
