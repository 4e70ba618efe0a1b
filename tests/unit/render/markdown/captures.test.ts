import { expect, test } from 'vitest';
import { excerpt } from '../../../../src/render/markdown/captures.ts';

const text = 'one\ntwo\nthree\nfour\nfive';

test.for([
  [undefined, text],
  ['1-2', 'one\ntwo\n…'],
  ['2-3', '…\ntwo\nthree\n…'],
  ['4-5', '…\nfour\nfive'],
  ['3', '…\nthree\n…'],
  ['1-2,5', 'one\ntwo\n…\nfive'],
  ['1-5', text],
] as const)('lines %j of a capture are %j', ([lines, shown]) => {
  expect(excerpt(text, lines)).toBe(shown);
});
