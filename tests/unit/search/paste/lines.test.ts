import { describe, expect, test } from 'vitest';
import { linesThatMatter } from '../../../../src/search/paste/lines.ts';
import { pastesThatBreakThings } from './pastes-that-break-things.ts';

const texts = (text: string) => linesThatMatter(text).map((line) => line.text);

describe('the lines', () => {
  test.for([
    ['of nothing', '', []],
    ['of blanks', ' \n\t\n', []],
    ['of one line', 'oom', ['oom']],
    ['of a short paste: all', 'one\ntwo\nerror three', ['one', 'two', 'error three']],
    ['that are empty: none', 'one\n\n  \ntwo', ['one', 'two']],
    ['that repeat: the first', 'down\nup\ndown', ['down', 'up']],
  ] as const)('%s', ([, text, expected]) => {
    expect(texts(text)).toEqual(expected);
  });

  test('end without the sign that ends them, whichever that is', () => {
    expect(texts('one\r\ntwo').map((line) => line.trim())).toEqual(['one', 'two']);
  });
});

/** So many lines without trouble, no two of a kind. */
const calm = (count: number) =>
  Array.from(
    { length: count },
    (_, at) =>
      `step ${[...at.toString(26)].map((digit) => String.fromCharCode(103 + (parseInt(digit, 26) % 19))).join('')} x${'y'.repeat(at % 97)}`,
  );

describe('of a long paste', () => {
  const words = calm(3000);
  test.for([
    ['numbers', 'pid 12 died', 'pid 137 died'],
    ['ids', 'id deadbeef01 died', 'id 0123456789ab died'],
  ] as const)('those that differ only in %s are one', ([, first, second]) => {
    const chosen = texts([first, ...words, second].join('\n'));
    expect(chosen).toContain(first);
    expect(chosen).not.toContain(second);
  });

  test.for([
    ['3,000 lines', words],
    ['15,000 lines', calm(15_000)],
    ['2,000 lines that mention other trouble', calm(2000).map((line) => `warning: ${line}`)],
  ] as const)('the one that mentions trouble is there, after %s', ([, lines]) => {
    const chosen = texts([...lines, 'OOM command not allowed'].join('\n'));
    expect(chosen).toContain('OOM command not allowed');
    expect(chosen.length).toBeLessThanOrEqual(600);
  });
});

test('a long line is read at both ends', () => {
  const text = `error at the start ${'x'.repeat(1_000_000)} killed at the end`;
  const lines = linesThatMatter(text);
  expect(lines[0]?.text).toMatch(/^error at the start/);
  expect(lines.at(-1)?.text).toMatch(/killed at the end$/);
  expect(lines.reduce((sum, line) => sum + line.text.length, 0)).toBeLessThanOrEqual(4000);
});

test('however long the paste, what is read closely has a bound', () => {
  const paste = `${'error '.repeat(1000)}\n`.repeat(50) + calm(20_000).join('\n');
  const read = linesThatMatter(paste).reduce((sum, line) => sum + line.text.length, 0);
  expect(read).toBeLessThanOrEqual(600 * 4000);
});

test.for(pastesThatBreakThings.map((text, at) => [at, text] as const))('are pieces of the paste, in order: paste %i', ([, text]) => {
  let end = 0;
  for (const line of linesThatMatter(text)) {
    expect(text.slice(line.start, line.start + line.text.length)).toBe(line.text);
    expect(line.start).toBeGreaterThanOrEqual(end);
    end = line.start + line.text.length;
  }
  expect(end).toBeLessThanOrEqual(text.length);
});
