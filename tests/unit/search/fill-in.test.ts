import { describe, expect, test } from 'vitest';
import { fillIn, placeholdersIn, safeValues } from '../../../src/search/fill-in.ts';

const values = (entries: Record<string, string>) => new Map(Object.entries(entries));

describe('filling commands with values of a paste', () => {
  test('replaces each placeholder that has a value, in all its places', () => {
    expect(fillIn('kubectl logs <pod> -n <namespace> <pod>', values({ pod: 'web-1' }))).toBe('kubectl logs web-1 -n <namespace> web-1');
  });

  test('names the placeholders of commands once each, in their order', () => {
    expect(placeholdersIn(['kubectl -n <namespace> get pods', 'kubectl -n <namespace> logs <pod>'])).toEqual(['namespace', 'pod']);
  });

  test.each(['web-6f9c-x', 'registry.example:5000/shop/web@sha256:0a1b', '10.0.0.7:6379', 'user@host', '40%'])('keeps %s', (value) => {
    expect([...safeValues(values({ name: value }))]).toEqual([['name', value]]);
  });

  // A paste may come from anybody, and what is filled in is copied into a terminal.
  test.each([
    '$(curl evil.example)',
    'a; rm -rf /',
    '`id`',
    'a b',
    "o'clock",
    '--help',
    '-n',
    'a\nb',
    '~',
    '*',
    '<pod>',
    'a|b',
    'a&',
    '',
    'a=b',
    '"',
    '!x',
    '#',
    'é(',
    '{a,b}',
  ])('drops %j', (value) => {
    expect([...safeValues(values({ name: value }))]).toEqual([]);
  });
});
