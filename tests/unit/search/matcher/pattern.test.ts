import { describe, expect, test } from 'vitest';
import { patternOf, weightOf } from '../../../../src/search/matcher/pattern.ts';

describe('a signature as words', () => {
  test.for([
    ['words', 'Out of memory', [['out'], ['of'], ['memory']]],
    ['a placeholder between words', 'pod <pod> is late', [['pod'], ['is', 'pod'], ['late']]],
    ['two placeholders', 'at <host>:<port> refused', [['at'], ['refused', 'host', 'port']]],
    ['a placeholder first', '<count> nodes', [['nodes', 'count']]],
    ['an escaped bracket', 'reason: \\<none>', [['reason'], ['none']]],
    ['codes', "P2024 'max_memory'", [['p2024'], ['max_memory']]],
    ['nothing', '', []],
    ['a placeholder alone', '<pod>', []],
  ] as const)('%s', ([, signature, expected]) => {
    expect(patternOf(signature).words.map(({ text, placeholders }) => [text, ...placeholders])).toEqual(expected);
  });

  test('keeps the placeholders behind the last word', () => {
    expect(patternOf('limit of <limit> <any>').placeholdersAfter).toEqual(['limit', 'any']);
    expect(patternOf('<limit> reached').placeholdersAfter).toEqual([]);
  });

  test('weighs as much as its words together', () => {
    const pattern = patternOf('too many clients <count> already');
    expect(pattern.weight).toBeCloseTo(pattern.words.reduce((sum, { text }) => sum + weightOf(text), 0));
  });
});

describe('the weight of a word', () => {
  test.for([
    ['a code', 'more than a word', 'p2024', 'memory'],
    ['an identifier', 'more than a word', 'max_memory', 'memory'],
    ['a long word', 'more than a short one', 'unschedulable', 'memory'],
    ['a word', 'more than one that every log has', 'memory', 'the'],
    ['an exit code', 'more than a small number', '137', '2'],
    ['a word that every log has', 'more than a letter', 'of', 'x'],
  ] as const)('%s says %s', ([, , more, less]) => {
    expect(weightOf(more)).toBeGreaterThan(weightOf(less));
  });

  test('is never nothing', () => {
    for (const word of ['', 'a', '0', '_', '日本']) expect(weightOf(word)).toBeGreaterThan(0);
  });
});
