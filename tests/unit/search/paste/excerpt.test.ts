import { describe, expect, test } from 'vitest';
import { excerptOf } from '../../../../src/search/paste/excerpt.ts';
import { readPaste } from '../../../../src/search/paste/index.ts';
import { maxQueryLength } from '../../../../src/search/query-url.ts';
import { templateOf } from '../../../../src/search/paste/template.ts';
import { pastesThatBreakThings } from './pastes-that-break-things.ts';

const decisive = "ReplyError: OOM command not allowed when used memory > 'maxmemory'.";
const word = (at: number) => at.toString(26).replace(/\d/g, (digit) => 'qrstuvwxyz'[Number(digit)] ?? '');
const log = (lines: number, of: (at: number) => string = (at) => `request ${word(at)} served`) =>
  Array.from({ length: lines }, (_, at) => of(at));
/** A log with the decisive line in its middle. */
const around = (lines: readonly string[]) => [...lines.slice(0, lines.length / 2), decisive, ...lines.slice(lines.length / 2)].join('\n');
const linesLeftOut = (excerpt: string) =>
  [...excerpt.matchAll(/^… ([\d,]+) lines? not shown$/gm)].reduce((sum, [, count = '']) => sum + Number(count.replaceAll(',', '')), 0);

test('a paste that is short enough is its own excerpt', () => {
  const text = `${decisive}\n\n`.repeat(300);
  expect(excerptOf(text)).toBe(text);
});

describe('of a long paste', () => {
  test.for([
    ['of other lines', log(40_000)],
    ['of one line, again and again', log(40_000, () => 'GET /healthz 200')],
    ['of lines that may have to do with trouble', log(4000, (at) => `${word(at)} took long, code unknown`)],
    ['of one line of a million characters', [`{"rows": [${'0123456789 abcdef, '.repeat(50_000)}`, ']}']],
  ] as const)('the decisive line is kept, amid a log %s', ([, lines]) => {
    expect(excerptOf(around(lines))).toContain(decisive);
  });

  test('the decisive words are kept, amid a line of a million characters', () => {
    const half = 'abcdef 0123456789, '.repeat(25_000);
    expect(excerptOf(`${half}${decisive} ${half}`)).toContain(decisive);
  });

  test('every line is shown or counted', () => {
    const excerpt = excerptOf(around(log(40_000)));
    const shown = excerpt.split('\n').filter((line) => !line.startsWith('… '));
    expect(shown.length + linesLeftOut(excerpt)).toBe(40_001);
  });

  test('a piece of a line says where it was cut', () => {
    const [piece = ''] = excerptOf(`head ${'word '.repeat(20_000)}tail`).split('\n');
    expect(piece).toMatch(/^head .*…$/);
  });

  test('the marks of an excerpt within it are added up', () => {
    const filler = log(40_000);
    const excerpt = excerptOf(around(filler));
    expect(linesLeftOut(excerptOf([excerpt, ...filler].join('\n')))).toBeGreaterThan(linesLeftOut(excerpt) + 30_000);
  });
});

test('marks are not words of the paste', () => {
  expect(readPaste('one\n… 41,233 lines not shown\ntwo').words.map(({ text }) => text)).toEqual(['one', 'two']);
});

test('a secret that a cut parts from its name does not get into a template', () => {
  const line = (before: number) => `${'error word '.repeat(before)}password=${'s3cretWord'.repeat(120)} ${'failed word '.repeat(5000)}`;
  for (let before = 100; before < 300; before += 23) expect(templateOf(excerptOf(line(before)))).not.toContain('s3cret');
});

test.for(
  [...pastesThatBreakThings.map((text) => `${text}\n`.repeat(Math.ceil((2 * maxQueryLength) / (text.length + 1)))), 'x'.repeat(1e6)].map(
    (text, at) => [at, text] as const,
  ),
)('is never longer than an address may be, and its own excerpt: paste %i', ([, text]) => {
  const excerpt = excerptOf(text);
  expect(excerpt.length).toBeLessThanOrEqual(maxQueryLength);
  expect(excerptOf(excerpt)).toBe(excerpt);
});
