import { describe, expect, test } from 'vitest';
import { readSource } from '../../../src/content/read-source.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('a text file that is right', () => {
  test.for([
    ['plain', bytes('one\ntwo\n'), 'one\ntwo\n'],
    ['with signs beyond ASCII', bytes('Größe → 137 🧯\n'), 'Größe → 137 🧯\n'],
    ['with a byte order mark', new Uint8Array([0xef, 0xbb, 0xbf, 0x61]), 'a'],
    ['without a last line break', bytes('one'), 'one'],
  ] as const)('%s', ([, content, text]) => {
    expect(readSource(content)).toEqual({ text, findings: [] });
  });
});

describe('a text file that is wrong', () => {
  test.for([
    ['no bytes', new Uint8Array(), 'empty-file', 1, 1],
    ['blanks', bytes(' \n\t\n'), 'empty-file', 1, 1],
    ['Latin-1', new Uint8Array([0x61, 0x0a, 0x62, 0xe9, 0x63]), 'not-utf8', 2, 2],
    ['cut in the middle of a character', bytes('a\n→').slice(0, 4), 'not-utf8', 2, 1],
    ['CRLF', bytes('one\r\ntwo\r\n'), 'line-endings', 1, 4],
    ['CRLF in one line', bytes('one\ntwo \r\nthree\n'), 'line-endings', 2, 5],
    ['a lone carriage return', bytes('one\rtwo\n'), 'line-endings', 1, 4],
  ] as const)('%s', ([, content, kind, line, column]) => {
    expect(readSource(content).findings.map((finding) => [finding.kind, finding.line, finding.column])).toEqual([[kind, line, column]]);
  });

  test('CRLF is read as if it were LF, so that the rest can be checked', () => {
    expect(readSource(bytes('one\r\n\r\ntwo\r')).text).toBe('one\n\ntwo\n');
  });
});
