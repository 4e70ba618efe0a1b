import { expect, test } from 'vitest';
import { captured, isSame, varying } from '../../../src/lab/captured.ts';

test('a capture keeps what was printed, without what a terminal does not show', () => {
  expect(captured('\u001b[31mERR\u001b[0m full  \r\n\u0000\r\nnext\n\n').text).toBe('ERR full\n\nnext\n');
});

test('what belongs to the lab is replaced', () => {
  const { text } = captured('connect 127.0.0.1:40123 refused', { replace: [['127.0.0.1:40123', '127.0.0.1:6379']] });
  expect(text).toBe('connect 127.0.0.1:6379 refused\n');
});

test('a text is replaced by another as it is, and a pattern by its groups', () => {
  const { text } = captured('at /tmp/lab/a.mjs:81', {
    replace: [
      ['/tmp/lab', '$&HOME'],
      [/:(\d+)/g, ':line $1'],
    ],
  });
  expect(text).toBe('at $&HOME/a.mjs:line 81\n');
});

test('another run is the same when only what varies differs', () => {
  const now = captured('used_memory:840 noeviction', { varies: [varying.numbers] });
  expect(now.text).toBe('used_memory:840 noeviction\n');
  expect(isSame(now, 'used_memory:999 noeviction\n')).toBe(true);
  expect(isSame(now, 'used_memory:999 allkeys-lru\n')).toBe(false);
});
