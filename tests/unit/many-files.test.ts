import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { withManyFiles } from '../../src/many-files.ts';

test('of ten thousand files only some are open at the same time, and the results are in order', async () => {
  const list = Array.from({ length: 10_000 }, (_, at) => at);
  const open = { now: 0, most: 0 };
  const results = await withManyFiles(list, async (at) => {
    open.most = Math.max(open.most, ++open.now);
    await setImmediate();
    open.now--;
    return at * 2;
  });
  expect(results).toEqual(list.map((at) => at * 2));
  expect(open.most).toBeGreaterThan(1);
  expect(open.most).toBeLessThanOrEqual(100);
});
