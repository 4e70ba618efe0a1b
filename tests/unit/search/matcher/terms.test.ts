import { describe, expect, test } from 'vitest';
import { nonLatinTermsOf, termsOf } from '../../../../src/search/matcher/terms.ts';
import { readPaste } from '../../../../src/search/paste/index.ts';
import { pastesThatBreakThings } from '../paste/pastes-that-break-things.ts';

const terms = (text: string, most = 48, widespread?: ReadonlySet<string>) => termsOf(readPaste(text), most, widespread);

describe('a word is looked up', () => {
  test.for([
    ['a plain word', 'taint'],
    ['an identifier', 'oom_score_adj'],
    ['an exit code', '137'],
    ['an exit code of a crash', '139'],
    ['an HTTP status', '502'],
    ['an HTTP status of the client', '404'],
    ['a SQLSTATE', '53300'],
    ['a SQLSTATE with a letter', '28p01'],
    ['a SQLSTATE with a letter, of a shutdown', '57p01'],
    ['a code of Prisma', 'p2024'],
    ['the name of an error', 'enospc'],
    ['a name with a number', 'k8s'],
    ['a standard', 'x509'],
  ] as const)('%s', ([, word]) => {
    expect(terms(`then ${word} came`)).toContain(word);
  });
});

describe('a word is not looked up', () => {
  test.for([
    ['a number', '4711'],
    ['a long number', '1601836920'],
    ['a hash', 'deadbeef01'],
    ['a container id', '0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef'],
    ['a part of an id', '7d9c5b6f4'],
    ['a part of a UUID', '7a0d'],
    ['a port', '51544'],
    ['a duration', '30ms'],
    ['a letter', 'x'],
    ['a word of another script', '错误'],
  ] as const)('%s', ([, word]) => {
    expect(terms(`then ${word} came`)).not.toContain(word);
  });
});

test('each word once', () => {
  expect(terms('oom oom OOM')).toEqual(['oom']);
});

test('the most telling first, and no more than asked for', () => {
  expect(terms('there was an oom of P2024', 2)).toEqual(['p2024', 'oom']);
  expect(terms('one two three', 0)).toEqual([]);
});

test('words that say as much stay in their order', () => {
  expect(terms('taint toleration affinity')).toEqual(['taint', 'toleration', 'affinity']);
});

test('words of lines that mention trouble come before others', () => {
  expect(terms('starting the shop\nconnection refused\nlistening again', 2)).toEqual(['connection', 'refused']);
});

test('words of a message come before settings and counts beside it', () => {
  expect(terms('client addr=db fd=web scheduled to be closed', 3)).toEqual(['client', 'scheduled', 'closed']);
});

test('what stands before every line comes last', () => {
  const log = Array.from('abcdefgh', (letter) => `worker | failed to ${letter.repeat(3)}`).join('\n');
  expect(terms(log).slice(-3).toSorted()).toEqual(['failed', 'to', 'worker']);
});

test('widespread words are looked up when there is room for them, last', () => {
  expect(terms('memory of the pod', 48, new Set(['memory'])).at(-1)).toBe('memory');
  expect(terms('memory of the pod', 1, new Set(['memory']))).toEqual(['pod']);
});

test.for(pastesThatBreakThings.map((text, at) => [at, text] as const))('never fails: paste %i', ([, text]) => {
  expect(terms(text).length).toBeLessThanOrEqual(48);
});

test('words of other scripts stand apart, each once, and no more than asked for', () => {
  expect(nonLatinTermsOf(readPaste('FATAL: 对不起, 已经有太多的客户 对不起'), 8)).toEqual(['对不起', '已经有太多的客户']);
  expect(nonLatinTermsOf(readPaste('对不起, 已经有太多的客户'), 1)).toEqual(['对不起']);
});
