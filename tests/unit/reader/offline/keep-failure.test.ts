import { expect, test } from 'vitest';
import { failureInWords, KeepFailure, type KeepFailureReason } from '../../../../src/reader/offline/keep-failure.ts';

test('no room names what is needed and, where the browser says it, what there is', () => {
  expect(failureInWords(new KeepFailure('room'), 6_300_000, 1_200_000)).toContain('no room for 6.3 MB. This browser has 1.2 MB left');
  expect(failureInWords(new KeepFailure('room'), 6_300_000, undefined)).toBe(
    'There is no room for 6.3 MB. Free space on the device, then try again.',
  );
});

test('each reason has words of its own, and what nobody foresaw is told as the browser’s storage', () => {
  const reasons: readonly KeepFailureReason[] = ['storage', 'connection', 'republished', 'altered', 'stopped', 'busy', 'worker'];
  const told = reasons.map((reason) => failureInWords(new KeepFailure(reason), 1, undefined));
  expect(new Set(told).size).toBe(reasons.length);
  expect(failureInWords(new Error('unknown'), 1, undefined)).toBe(told[0]);
});
