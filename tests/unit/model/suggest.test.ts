import { expect, test } from 'vitest';
import { suggest } from '../../../src/model/suggest.ts';

test.for([
  ['a slip of the pen', 'rediss', ['kubernetes', 'redis'], 'did you mean "redis"? accepted: kubernetes, redis'],
  ['letters in another order', 'reids', ['kubernetes', 'redis'], 'did you mean "redis"? accepted: kubernetes, redis'],
  ['something else', 'mongodb', ['kubernetes', 'redis'], 'accepted: kubernetes, redis'],
  [
    'a long name with several slips',
    'raise-maxmemry-at-runtim',
    ['raise-maxmemory-at-runtime'],
    'did you mean "raise-maxmemory-at-runtime"? accepted: raise-maxmemory-at-runtime',
  ],
  ['nothing to choose from', 'redis', [], 'remove it: there is nothing of that kind to refer to'],
] as const)('%s', ([, name, known, advice]) => {
  expect(suggest(name, known)).toBe(advice);
});

test('of many names the nearest few are listed, with a sign that there are more', () => {
  const known = Array.from({ length: 300 }, (_, index) => `language-${index}`);
  const advice = suggest('language-29', known);
  expect(advice).toMatch(/^did you mean "language-29"\? accepted: language-29, /);
  expect(advice).toMatch(/, …$/);
  expect(advice.length).toBeLessThan(200);
});
