import { describe, expect, test } from 'vitest';
import { align, occurrencesOf } from '../../../../src/search/matcher/align.ts';
import { explain } from '../../../../src/search/matcher/explain.ts';
import { patternOf } from '../../../../src/search/matcher/pattern.ts';
import { proofLines, type ProofLine, type ProofPiece } from '../../../../src/search/matcher/proof-lines.ts';
import { readPaste } from '../../../../src/search/paste/index.ts';
import { pastesThatBreakThings } from '../paste/pastes-that-break-things.ts';

const signature = 'pod <pod> is late';
const message = 'pod web-1 is late';

/** The lines shown of a paste in which a signature stands. */
function proofOf(signature: string, text: string): ProofLine[] {
  const paste = readPaste(text);
  const pattern = patternOf(signature);
  const alignment = align(pattern, occurrencesOf(paste));
  if (!alignment) return [];
  // Only the signature and its place are read of a finding.
  return proofLines(paste.text, explain(paste, { signature: { text: signature, pattern, alignment, evidence: alignment.score } }).spans);
}

const textsOf = (lines: readonly ProofLine[], kind: ProofPiece['kind']) =>
  lines.flatMap((line) => ('pieces' in line ? line.pieces.filter((piece) => piece.kind === kind).map(({ text }) => text) : []));
const shown = (lines: readonly ProofLine[]) =>
  lines.map((line) => ('pieces' in line ? line.pieces.map(({ text }) => text).join('') : line));

test('the words of the message and its values are distinguished', () => {
  const lines = proofOf(signature, message);
  expect(textsOf(lines, 'matched').join(' ')).toMatch(/^pod.* is late$/);
  expect(textsOf(lines, 'value')).toEqual(['web-1']);
});

test('so is a value behind the last word', () => {
  expect(textsOf(proofOf('role <user>', 'FATAL: role "app_rw" does not exist'), 'value')).toEqual(['app_rw']);
  expect(textsOf(proofOf('pool limit: <count>', '(pool limit: 5)'), 'value')).toEqual(['5']);
  expect(textsOf(proofOf('pool limit: <count>', 'pool limit:\nnext line'), 'value')).toEqual([]);
});

describe('noise is', () => {
  test.for([
    ['a time', `2026-11-21T03:12:04Z ${message}`, '2026-11-21T03:12:04Z'],
    ['the prefix of a container', `worker-1  | ${message}`, 'worker-1  |'],
    ['a process of a system log', `Nov 21 03:12:04 web-1 app[812]: ${message}`, 'app[812]:'],
    ['a prefix in brackets', `[2026-03-04 09:12:41,705: ERROR/ForkPoolWorker-2] ${message}`, 'ERROR/ForkPoolWorker-2'],
    ['a terminal code', `\u001b[31m${message}\u001b[0m`, '\u001b[31m'],
    ['a value that is not of the message', `${message}, seen from 10.0.3.7:6379`, '10.0.3.7'],
  ] as const)('%s', ([, text, noise]) => {
    expect(textsOf(proofOf(signature, text), 'noise').join('')).toContain(noise);
  });

  test('not what a line says besides', () => {
    expect(
      textsOf(proofOf(signature, `scheduler says that ${message} today`), 'noise')
        .join('')
        .trim(),
    ).toBe('');
  });
});

describe('of a longer paste', () => {
  test('the line with the message is shown, and the others are counted', () => {
    const lines = ['one', 'two', 'three', message, 'four', 'five', 'six', 'seven'].join('\n');
    expect(shown(proofOf(signature, lines))).toEqual([{ leftOut: 3, repeats: 0 }, message, { leftOut: 4, repeats: 0 }]);
  });

  test('lines like the one marked are counted as such', () => {
    const last = proofOf(signature, [message, 'a', 'b', 'c', 'pod web-2 is late', 'd'].join('\n')).at(-1);
    expect(last).toEqual({ leftOut: 5, repeats: 1 });
  });

  test('lines that the excerpt left out are counted too', () => {
    const lines = proofOf(signature, ['… 41,233 lines not shown', message].join('\n'));
    expect(lines).toContainEqual({ leftOut: 41_233, repeats: 0 });
  });

  test('of a long line only what lies around the message is shown', () => {
    const [line = ''] = shown(proofOf(signature, `${'x '.repeat(900)}${message}${' y'.repeat(900)}`));
    expect(line).toMatch(/^….*pod web-1 is late.*…$/);
    expect((line as string).length).toBeLessThan(500);
  });
});

test('what is only related has no proof', () => {
  expect(proofLines('anything', [])).toEqual([]);
});

test.for(pastesThatBreakThings.map((text, at) => [at, text] as const))('shows text of the paste and nothing else: paste %i', ([, text]) => {
  const paste = `${text}\n${message}\n${text}`;
  for (const line of shown(proofOf(signature, paste))) {
    if (typeof line !== 'string') continue;
    for (const part of line.split('…')) expect(readPaste(paste).text).toContain(part);
  }
});
