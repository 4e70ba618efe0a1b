import { describe, expect, test } from 'vitest';
import { hasLiteralWord, parseSignature, unknownPlaceholders } from '../../../src/model/signature.ts';

const literal = (text: string) => ({ literal: text });
const placeholder = (name: string) => ({ placeholder: name });

describe('the parts of a signature', () => {
  test.for([
    ['', []],
    ['out of memory', [literal('out of memory')]],
    ['<pod>', [placeholder('pod')]],
    ['pod <pod> is late', [literal('pod '), placeholder('pod'), literal(' is late')]],
    ['<count>/<limit>', [placeholder('count'), literal('/'), placeholder('limit')]],
    ['<host><port>', [placeholder('host'), placeholder('port')]],
    ['reason: \\<none>', [literal('reason: <none>')]],
    ['\\<a> \\<b>', [literal('<a> <b>')]],
    ['\\<none> of <count>', [literal('<none> of '), placeholder('count')]],
    ['a < b and c > d', [literal('a < b and c > d')]],
    ['<Pod> <5> <> <a b>', [literal('<Pod> <5> <> <a b>')]],
    ['C:\\data <path>', [literal('C:\\data '), placeholder('path')]],
    ['<<pod>>', [literal('<'), placeholder('pod'), literal('>')]],
    ['Größe <size> überschritten', [literal('Größe '), placeholder('size'), literal(' überschritten')]],
  ] as const)('%j', ([text, parts]) => {
    expect(parseSignature(text)).toEqual(parts);
  });

  test('do not depend on the signature that was read before', () => {
    expect(parseSignature('a <pod> b')).toEqual(parseSignature('a <pod> b'));
  });
});

test.for([
  ['<pod> on <node>', []],
  ['<pood> on <nod>', ['pood', 'nod']],
  ['\\<pood>', []],
  ['<constructor>', ['constructor']],
] as const)('the placeholders of "%s" that nobody knows', ([text, unknown]) => {
  expect(unknownPlaceholders(text)).toEqual(unknown);
});

test.for([
  ['out of <size>', true],
  ['137', true],
  ['<code> 42', true],
  ['\\<none>', true],
  ['メモリ', true],
  ['<pod>', false],
  ['<pod>: <any>', false],
  ['- <count> a', false],
  ['...', false],
] as const)('whether "%s" has a word of its own', ([text, has]) => {
  expect(hasLiteralWord(text)).toBe(has);
});
