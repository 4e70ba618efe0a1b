import { expect, test } from 'vitest';
import { counted } from '../../../src/model/counted.ts';

test.for([
  [0, 'article', '0 articles'],
  [1, 'article', '1 article'],
  [2, 'fix', '2 fixes'],
  [1, 'fix', '1 fix'],
] as const)('%d of "%s" is "%s"', ([count, what, words]) => {
  expect(counted(count, what)).toBe(words);
});
