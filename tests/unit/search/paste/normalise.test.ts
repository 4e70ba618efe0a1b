import { describe, expect, test, vi } from 'vitest';
import { normalise, rows } from '../../../../src/search/paste/normalise.ts';
import { keptTexts, secretCases, valueCases, type Case } from './normalise-cases.ts';
import { pastesThatBreakThings } from './pastes-that-break-things.ts';
import { capturingGroups, mostRepetitions } from './repetitions.ts';

/** Texts that stand around a value, and their templates. */
const prefixes = [
  ['', ''],
  ['then ', 'then '],
  ['2026-11-21T10:00:00Z app-1 | ', '<date> <name> | '],
] as const;
const suffixes = [
  ['', ''],
  [' again', ' again'],
] as const;

const cases: readonly Case[] = [
  ...secretCases.map(([name, input, expected]): Case => [name, input, expected]),
  ...valueCases,
  ...keptTexts.map(([name, text]): Case => [name, text, text]),
];

/** Values that reach to the end of the line, so that nothing can stand behind them. */
const toTheEnd: readonly Case[] = [
  ['cookie', 'Cookie: session=abc; theme=dark', 'Cookie: <secret>'],
  ['cookie in curl', "-H 'Cookie: a=b'", "-H 'Cookie: <secret>"],
  ['statement of PostgreSQL', 'app@shop STATEMENT:  SELECT pg_sleep(30)', '<user> STATEMENT:  <query>'],
  ['SQL', "SELECT name FROM users WHERE mail = 'a'", '<query>'],
  ['no node', '0/3 nodes are available: 3 Insufficient cpu.', '0/<count> nodes are available: <count> Insufficient cpu.'],
];

/** Values that stand at the beginning of a line only. */
const fromTheBeginning: readonly Case[] = [['service of Compose', 'redis-main  | Ready', '<name>  | Ready']];

/** What is not right yet: a change shows here. */
const knownWrong: readonly (readonly [name: string, input: string, desired: string, actual: string])[] = [
  ['host without a number or a dot', 'connect to shopdb failed', 'connect to <host> failed', 'connect to shopdb failed'],
  ['host with a number, amid prose', 'host node14 is lost', 'host <host> is lost', 'host node14 is lost'],
  ['pod without a number', 'Pod checkout is lost', 'Pod <pod> is lost', 'Pod checkout is lost'],
  ['time without seconds', 'at 12:30 today', 'at <date> today', 'at <number>:<number> today'],
  ['path with a blank', 'open C:\\Program Files\\app\\a.log', 'open <path>', 'open <path> Files\\app\\a.log'],
  ['library in quotes', 'defaulting to "openssl-1.1.x"', 'defaulting to "openssl-1.1.x"', 'defaulting to "<name>"'],
  ['words that follow a password', 'password: wrong, try again', 'password: wrong, try again', 'password: <secret> try again'],
  ['SQL in the middle of a sentence', 'SELECT a FROM b was canceled', '<query> was canceled', '<query>'],
];

describe.for(prefixes)('after "%s"', ([prefix, before]) => {
  describe.for(suffixes)('before "%s"', ([suffix, after]) => {
    test.for(cases)('%s', ([, input, expected]) => {
      expect(normalise(prefix + input + suffix).template).toBe(before + expected + after);
    });
  });
  test.for(toTheEnd)('%s', ([, input, expected]) => {
    expect(normalise(prefix + input).template).toBe(before + expected);
  });
});

test.for(fromTheBeginning)('%s', ([, input, expected]) => {
  expect(normalise(input).template).toBe(expected);
});

test.for(knownWrong)('known wrong: %s', ([, input, desired, actual]) => {
  expect(normalise(input).template).toBe(actual);
  expect(actual).not.toBe(desired);
});

describe('a secret', () => {
  test.for(secretCases)('shows in no template: %s', ([, input, , secret]) => {
    for (const around of ['', ' ', '"', "'", '(', '\t', '\u001b[31m', '错误']) {
      expect(normalise(around + input + around).template).not.toContain(secret);
      expect(normalise(`${input} ${around} ${input}`).template).not.toContain(secret);
    }
  });

  test('shows in no template wherever it stands in a long line', () => {
    for (let length = 3900; length < 4100; length += 7) {
      const line = `${'word '.repeat(length / 5)}${'x'.repeat(length % 5)} password=hunter2-hunter2 ${'word '.repeat(500)}`;
      expect(normalise(line).template).not.toContain('hunter');
    }
  });
});

test.for(cases)('a template is its own template: %s', ([, , expected]) => {
  expect(normalise(expected).template).toBe(expected);
});

test('the values are pieces of the line, in order; with them the template is the line again', () => {
  for (const line of [...cases, ...toTheEnd].map(([, input]) => input).concat(pastesThatBreakThings)) {
    const { template, values } = normalise(line);
    let rebuilt = '';
    let end = 0;
    for (const value of values) {
      expect(value.start).toBeGreaterThanOrEqual(end);
      expect(value.text).toBe(line.slice(value.start, value.end));
      rebuilt += `${line.slice(end, value.start)}<${value.name}>`;
      end = value.end;
    }
    expect(rebuilt + line.slice(end)).toBe(template);
  }
});

describe('a long line', () => {
  const parts = cases.filter(([, input]) => !input.includes('base64'));
  test.for([0, 1, 500, 1999, 2000, 3990])('is read as its parts are, the first of them %i characters in', (length) => {
    const filling = 'word '.repeat(2000).slice(0, length);
    const line = `${filling} . ${parts.map(([, input]) => input).join(' . ')}`;
    const expected = `${filling} . ${parts.map(([, , template]) => template).join(' . ')}`;
    expect(line.length).toBeGreaterThan(4000);
    expect(normalise(line).template).toBe(expected);
  });

  test('that is one value is one value', () => {
    expect(normalise(`key ${'aB3'.repeat(300_000)} end`).template).toBe('key <value> end');
  });
});

describe('time grows with the length', () => {
  test.for(rows.map(({ name, pattern }) => [name, pattern] as const))('every repetition is bounded: %s', ([, pattern]) => {
    expect(mostRepetitions(pattern.source)).toBeLessThanOrEqual(4000);
    expect(capturingGroups(pattern.source)).toBe(0);
    expect(pattern.global).toBe(true);
  });

  test('every character is handed to every row twice at most', () => {
    const replace = vi.spyOn(String.prototype, 'replace');
    try {
      for (const length of [10_000, 100_000, 1_000_000]) {
        const line = 'a1-b:/.@= "0x'.repeat(length / 13);
        replace.mockClear();
        normalise(line);
        const read = replace.mock.contexts.reduce<number>((sum, text) => sum + String(text).length, 0);
        expect(read).toBeLessThanOrEqual(2 * line.length * rows.length);
      }
    } finally {
      replace.mockRestore();
    }
  });
});
