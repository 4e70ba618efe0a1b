import { expect, test } from 'vitest';
import { staleFrom } from '../../../src/model/review.ts';

test.for([
  ['within a month', '2026-11-01', 10, '2026-11-12'],
  ['over the end of a year', '2026-11-21', 365, '2027-11-22'],
  ['over a leap day', '2027-12-01', 365, '2028-12-01'],
  ['over the hour that clocks skip', '2026-03-28', 30, '2026-04-28'],
] as const)('a review holds its last day, and the day after it is stale: %s', ([, reviewed, reviewEvery, from]) => {
  expect(staleFrom(reviewed, reviewEvery)).toBe(from);
});
