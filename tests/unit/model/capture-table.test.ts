import { describe, expect, test } from 'vitest';
import { captureTable } from '../../../src/model/capture-table.ts';

const measured = ['policy        hit rate', 'noeviction        82 %', '', 'allkeys-lru       94 %'].join('\n');

describe('figures in columns', () => {
  test('are a table whose first line is the head', () => {
    expect(captureTable(measured, undefined)).toEqual({
      head: ['policy', 'hit rate'],
      rows: [
        ['noeviction', '82 %'],
        ['allkeys-lru', '94 %'],
      ],
    });
  });

  test('have the head that is given', () => {
    expect(captureTable('def /health   2.861 s\n', 'Route | answered after')).toEqual({
      head: ['Route', 'answered after'],
      rows: [['def /health', '2.861 s']],
    });
  });

  test.for([
    ['has one column', 'a b\nc d', undefined, /one column/],
    ['has a line with more columns than its head', 'a  b\nc  d  e', undefined, /"c {2}d {2}e" has 3 columns, the head has 2/],
    ['has fewer columns than the head that is given', 'a  b', 'x | y | z', /"a {2}b" has 2 columns, the head has 3/],
    ['has nothing below its head', 'a  b\n', undefined, /no line below its head/],
  ] as const)('what %s is none, and the message says so', ([, text, head, wrong]) => {
    expect(captureTable(text, head)).toEqual({ wrong: expect.stringMatching(wrong) as unknown });
  });
});
