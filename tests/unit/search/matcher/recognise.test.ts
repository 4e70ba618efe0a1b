import { expect, test } from 'vitest';
import { occurrencesOf } from '../../../../src/search/matcher/align.ts';
import { recognise } from '../../../../src/search/matcher/recognise.ts';
import { readPaste } from '../../../../src/search/paste/index.ts';

function recognised(signatures: readonly string[], text: string) {
  const paste = readPaste(text);
  const indexed = signatures.map((signature) => ({ text: signature, decisive: [] }));
  return recognise(indexed, paste, occurrencesOf(paste));
}

const allocating = 'Out Of Memory allocating <number> bytes!';
const aborting = 'Redis aborting for OUT OF MEMORY';
const log =
  '262:M 07 Oct 17:19:21.865 # Out Of Memory allocating 36864 bytes!\n262:M 07 Oct 17:19:21.881 # Redis aborting for OUT OF MEMORY';

test('a paste that holds none of the messages recognises nothing', () => {
  expect(recognised([allocating, aborting], 'Ready to accept connections tcp')).toBeUndefined();
});

test('returns the signature with the highest score', () => {
  expect(recognised([aborting, allocating], log.split('\n')[0] ?? '')?.text).toBe(allocating);
});

test('a second message of the same symptom adds to the evidence', () => {
  const one = recognised([allocating], log)?.evidence ?? NaN;
  expect(recognised([allocating, aborting], log)?.evidence).toBeGreaterThan(one);
});

test.for([
  ['another wording of the same words', [allocating, 'Memory allocating <number> bytes']],
  ['the same signature twice', [allocating, allocating]],
] as const)('adds nothing: %s', ([, signatures]) => {
  expect(recognised(signatures, log)?.evidence).toBe(recognised([allocating], log)?.evidence);
});
