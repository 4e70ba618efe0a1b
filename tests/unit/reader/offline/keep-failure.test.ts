import { expect, test } from 'vitest';
import { failureInWords, KeepFailure, reasonOf, type KeepFailureReason } from '../../../../src/reader/offline/keep-failure.ts';

test('no room names what is needed and, where the browser says it, what there is', () => {
  expect(failureInWords('room', 6_300_000, 1_200_000)).toContain('no room for 6.3 MB. This browser has 1.2 MB left');
  expect(failureInWords('room', 6_300_000, undefined)).toBe('There is no room for 6.3 MB. Free space on the device, then try again.');
});

test('each reason has words of its own', () => {
  const reasons: readonly KeepFailureReason[] = [
    'room',
    'storage',
    'connection',
    'republished',
    'altered',
    'stopped',
    'busy',
    'worker',
    'defect',
  ];
  expect(new Set(reasons.map((reason) => failureInWords(reason, 1, undefined))).size).toBe(reasons.length);
});

test.for([
  ['a failure that is known', new KeepFailure('altered'), 'altered'],
  ['a browser whose storage is full', new DOMException('', 'QuotaExceededError'), 'room'],
  ['a browser that refuses its storage', new DOMException('', 'SecurityError'), 'storage'],
  ['an error that nobody foresaw: a bug of the site', new TypeError('x is not a function'), 'defect'],
  ['anything else that is thrown', 'oops', 'defect'],
] as const)('the reason of %s', ([, error, reason]) => {
  expect(reasonOf(error)).toBe(reason);
});
