import { expect, test } from 'vitest';
import { topCandidates } from '../../../../src/search/matcher/retrieve.ts';

const candidates = (...scores: number[]) => scores.map((score, at) => ({ key: String(at), score }));
const count = (most: number, ...scores: number[]) => topCandidates(candidates(...scores), most).length;

test('the first are taken, and those that are as good as the last of them', () => {
  expect(count(2, 5, 4, 3)).toBe(2);
  expect(count(2, 5, 4, 4, 4, 3)).toBe(4);
  expect(count(2, 5, 4, 4 - 1e-12, 3)).toBe(3);
  expect(count(2, 5)).toBe(1);
});

test('where thousands are equal, only some more are taken', () => {
  expect(count(2, ...Array<number>(5_000).fill(1))).toBe(18);
});
