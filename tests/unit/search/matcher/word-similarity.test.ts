import { describe, expect, test } from 'vitest';
import { similarity } from '../../../../src/search/matcher/word-similarity.ts';

describe('the same word in another form', () => {
  test.for([
    ['connect', 'connections'],
    ['killed', 'killing'],
    ['kill', 'killed'],
    ['limit', 'limits'],
    ['timeout', 'timeouts'],
    ['evict', 'eviction'],
    ['schedule', 'scheduled'],
    ['refused', 'refusing'],
    ['insufficient', 'insufficiently'],
  ] as const)('%s, %s', ([a, b]) => {
    expect(similarity(a, b, false)).toBeGreaterThan(0.9);
    expect(similarity(b, a, false)).toBeGreaterThan(0.9);
    expect(similarity(a, b, false)).toBeLessThan(1);
  });
});

describe('another word', () => {
  test.for([
    ['memory', 'disk'],
    ['port', 'portal'],
    ['pod', 'pods'],
    ['node', 'nodejs'],
    ['137', '139'],
    ['p2024', 'p2025'],
    ['53300', '53200'],
    ['user', 'used'],
    ['redis', 'redirect'],
  ] as const)('%s, %s', ([a, b]) => {
    expect(similarity(a, b, false)).toBe(0);
  });
});

describe('a query forgives', () => {
  test.for([
    ['two letters exchanged', 'maxmemroy', 'maxmemory'],
    ['a letter too few', 'maxmemry', 'maxmemory'],
    ['a letter too many', 'maxmemmory', 'maxmemory'],
    ['a wrong letter', 'kubernetas', 'kubernetes'],
    ['two slips in a long word', 'kubrenetas', 'kubernetes'],
    ['a half-typed word', 'maxm', 'maxmemory'],
    ['three letters', 'tai', 'taint'],
  ] as const)('%s', ([, asked, found]) => {
    expect(similarity(asked, found, true)).toBeGreaterThan(0.5);
    expect(similarity(asked, found, true)).toBeLessThan(0.95);
    expect(similarity(asked, found, false)).toBe(0);
  });
});

describe('a query does not forgive', () => {
  test.for([
    ['a slip in a short word', 'disc', 'disk'],
    ['another first letter', 'faint', 'taint'],
    ['two slips in a word of five letters', 'traon', 'taint'],
    ['two letters of many', 'ma', 'maxmemory'],
    ['an exit code', '137', '139'],
    ['a code of Prisma', 'p2024', 'p2025'],
    ['a SQLSTATE', '53300', '53200'],
    ['nothing', '', 'taint'],
  ] as const)('%s', ([, asked, found]) => {
    expect(similarity(asked, found, true)).toBe(0);
  });
});

test('a word is itself', () => {
  for (const word of ['a', 'oom', '137', '日本', 'maxmemory'])
    expect([similarity(word, word, false), similarity(word, word, true)]).toEqual([1, 1]);
});

test.for([
  ['refuse', 'refusing'],
  ['deny', 'denied'],
  ['scheduled', 'scheduler'],
] as const)('known wrong, forms that change their end: %s, %s', ([a, b]) => {
  expect(similarity(a, b, false)).toBe(0);
});
