import { describe, expect, test } from 'vitest';
import { align, occurrencesOf } from '../../../../src/search/matcher/align.ts';
import { patternOf } from '../../../../src/search/matcher/pattern.ts';
import { readPaste } from '../../../../src/search/paste/index.ts';
import { randomTexts } from '../paste/pastes-that-break-things.ts';

const oom = "OOM command not allowed when used memory > 'maxmemory'";

/** The words of the paste that a signature's words stand at; `-` for one that is missing. */
function aligned(signature: string, text: string): string[] | undefined {
  const paste = readPaste(text);
  return align(patternOf(signature), occurrencesOf(paste))?.places.map((place) => paste.words[place]?.text ?? '-');
}

const coverage = (signature: string, text: string) => align(patternOf(signature), occurrencesOf(readPaste(text)))?.coverage ?? 0;
const score = (signature: string, text: string) => align(patternOf(signature), occurrencesOf(readPaste(text)))?.score ?? 0;

describe('a signature stands whole', () => {
  test.for([
    ['alone', oom, oom],
    ['amid a line', oom, `api-1 | ReplyError: ${oom}. script: 2a1, on @user_script:1`],
    ['in another case', oom, oom.toUpperCase()],
    ['with escaped quotes', 'pod "<pod>" not found', 'error: \\"pod \\\\\\"web\\\\\\" not found\\"'],
    ['wrapped between words', oom, 'OOM command not allowed when\n  used memory > maxmemory'],
    ['wrapped within a word', oom, "OOM command not allowed when used memory > 'maxme\nmory'"],
    ['after a line that begins alike', oom, `OOM command failed\n${oom}`],
    ['with a value of one word', 'pod <pod> is late', 'pod web is late'],
    ['with a value of many words', 'pod <pod> is late', 'pod kube-system/web-7d9c5b6f4-x2k9p is late'],
    ['with a value that is empty', 'host "<host>" refused', 'host "" refused'],
    ['with a value that holds its own words', 'user <user> is not allowed', 'user "is not me" is not allowed'],
    ['with text behind <any>', 'exec <any> failed', `exec ${'word '.repeat(100)} failed`],
    ['of one word', 'ENOSPC', 'write failed: ENOSPC'],
  ] as const)('%s', ([, signature, text]) => {
    expect(coverage(signature, text)).toBeCloseTo(1);
  });
});

describe('a signature does not stand whole', () => {
  test.for([
    ['in an empty paste', oom, ''],
    ['in another order', 'memory used when allowed', 'allowed when used memory'],
    ['with words far apart', 'disk full', `disk ${'word '.repeat(40)} full`],
    ['with a word less', oom, 'OOM command not allowed when used memory'],
    ['with another number', 'exit code 137', 'exit code 139'],
    ['with its words in other words', 'disk full', 'diskette fullness'],
  ] as const)('%s', ([, signature, text]) => {
    expect(coverage(signature, text)).toBeLessThan(0.999);
  });
});

test.for([
  ['the last of two is nearer', 'limit reached', 'limit one two three four five limit reached', ['limit', 'reached']],
  ['a missing word', 'too many clients already', 'too many already', ['too', 'many', '-', 'already']],
  ['none of its words', 'too many clients', 'all is well', undefined],
] as const)('stands at its words: %s', ([, signature, text, expected]) => {
  expect(aligned(signature, text)).toEqual(expected);
});

test.for([
  ['whole, over with a word missing', oom, oom.replace('command ', '')],
  ['close, over with a word between', 'Insufficient memory', 'Insufficient free memory'],
] as const)('scores higher: %s', ([, signature, worse]) => {
  expect(score(signature, signature)).toBeGreaterThan(score(signature, worse));
});

test('names its places in order, each once', () => {
  const signatures = [oom, 'password <any> 137', 'http <url> 0x <id>', 'a a a a'];
  for (const text of [...randomTexts, 'a a a a a a a', `${oom}\n`.repeat(3)])
    for (const signature of signatures) {
      const places = (align(patternOf(signature), occurrencesOf(readPaste(text)))?.places ?? []).filter((place) => place !== -1);
      expect(places).toEqual([...new Set(places)].toSorted((a, b) => a - b));
    }
});

test('never covers more than the whole signature, and no words give no alignment', () => {
  for (const text of randomTexts) expect(coverage('a http 137', text)).toBeLessThanOrEqual(1);
  expect(align(patternOf('<pod>'), occurrencesOf(readPaste('pod')))).toBeUndefined();
});
