import { expect, test } from 'vitest';
import { align, occurrencesOf, type Alignment } from '../../../../src/search/matcher/align.ts';
import { isContained } from '../../../../src/search/matcher/contained.ts';
import { patternOf } from '../../../../src/search/matcher/pattern.ts';
import { readPaste } from '../../../../src/search/paste/index.ts';

function alignment(signature: string, text: string): Alignment {
  const found = align(patternOf(signature), occurrencesOf(readPaste(text)));
  if (!found) throw new Error(`"${signature}" does not stand in "${text}".`);
  return found;
}

const isWithin = (inner: string, outer: string, text: string) => isContained(alignment(inner, text), alignment(outer, text));

test.for([
  ['the end of a longer message', 'out of memory: killed process <pid>', 'memory cgroup out of memory: killed process <pid>'],
  ['what stands amid it', 'of memory: killed', 'memory cgroup out of memory: killed process <pid>'],
] as const)('a match is contained: %s', ([, inner, outer]) => {
  expect(isWithin(inner, outer, '[ 90.3] Memory cgroup out of memory: Killed process 31 (web)')).toBe(true);
});

test.for([
  ['it is the longer one', 'memory cgroup out of memory: killed', 'out of memory: killed'],
  ['both say the same', 'out of memory: killed', 'out of memory: killed'],
  ['it says something of its own', 'killed process <pid> (web)', 'memory cgroup out of memory: killed process <pid>'],
] as const)('a match is not contained: %s', ([, inner, outer]) => {
  expect(isWithin(inner, outer, '[ 90.3] Memory cgroup out of memory: Killed process 31 (web)')).toBe(false);
});

test('messages of different lines do not contain each other', () => {
  expect(isWithin('exited with code 137', 'line <number>: <pid> Killed', 'run.sh: line 4: 21 Killed\nweb-1 exited with code 137')).toBe(
    false,
  );
});
