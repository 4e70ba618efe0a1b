import { describe, expect, test } from 'vitest';
import type { SymptomInArticle } from '../../../src/content/index.ts';
import { signatureIndex } from '../../../src/content/signature-index.ts';

/** A symptom with these wordings; the index looks at nothing else. */
const symptom = (signatures: string[], phrases: string[] = []) =>
  ({ symptom: { signatures: signatures.map((text) => ({ text })), phrases } }) as unknown as SymptomInArticle;

const letters = (...symptoms: SymptomInArticle[]) =>
  signatureIndex(symptoms).map(({ letter, entries }) => `${letter}: ${entries.map(({ text }) => text).join(', ')}`);

describe('the letter of a wording', () => {
  test.for([
    ['Out of memory', 'O'],
    ['out of memory', 'O'],
    ['(error) OOM', 'E'],
    ['[ErrorReply: OOM]', 'E'],
    ['<count> pods', 'P'],
    ['<host>:<port> - refused', 'R'],
    ['"quoted"', 'Q'],
    ['0/3 nodes are available', '#'],
    ['<count> 137', '#'],
    ['メモリ', '#'],
    ['<any>', '#'],
  ] as const)('%s', ([text, letter]) => {
    expect(letters(symptom([text]))).toEqual([`${letter}: ${text}`]);
  });
});

test('wordings stand by letter and alphabet, signatures and phrases of all symptoms together', () => {
  expect(letters(symptom(['OOM command', '0/3 nodes'], ['backend is slow']), symptom(['<pod> Back-off', 'oom-kill', '(error) B']))).toEqual(
    ['#: 0/3 nodes', 'B: <pod> Back-off, backend is slow', 'E: (error) B', 'O: OOM command, oom-kill'],
  );
});

test('what software prints is set apart from what people say', () => {
  const [letter] = signatureIndex([symptom(['slow query'], ['slow pages'])]);
  expect(letter?.entries.map(({ text, literal }) => [text, literal])).toEqual([
    ['slow pages', false],
    ['slow query', true],
  ]);
});

test('a literal angle bracket is shown without the sign that an author needs for it', () => {
  expect(letters(symptom(['Ready \\<none>']))).toEqual(['R: Ready <none>']);
});

test('anchors are valid ids, one for each letter', () => {
  expect(signatureIndex([symptom(['137', 'OOM'])]).map(({ anchor }) => anchor)).toEqual(['signs', 'letter-o']);
});

test('no symptoms make no letters', () => {
  expect(signatureIndex([])).toEqual([]);
});
