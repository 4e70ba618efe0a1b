/** Redis at its memory limit: refusals, evictions, and what ends them. */
import assert from 'node:assert/strict';
import { varying } from '../captured.ts';
import type { Lab } from '../lab.ts';
import { fill, startRedis } from './redis.ts';

const needs = [{ command: 'redis-server', package: 'redis-server' }];

export const lab: Lab = {
  article: 'redis-maxmemory-oom',
  scenarios: [
    {
      name: 'a full server refuses writes until it gets room',
      needs,
      async run(bench) {
        await startRedis(bench, ['--maxmemory', '8mb']);
        await fill(bench, 8_000);
        const refused = await bench.exec(['redis-cli', 'SET', 'session:81', 'x'], { code: 'any' });
        bench.capture('write-refused', refused.text);
        bench.reproduces('redis-oom-command-not-allowed', 'write-refused');
        const shown = await bench.run('show-limit-and-policy');
        bench.capture('limit-and-policy', shown.text, { varies: [varying.numbers] });
        assert.match(shown.text, /maxmemory:8388608\s+maxmemory_policy:noeviction/);

        await bench.run('raise-maxmemory', { values: { size: '16mb' } });
        assert.equal((await bench.run('probe-write')).text, 'OK\n');
        await bench.run('restore-maxmemory', { values: { limit: '8mb' } });
        assert.match((await bench.run('probe-write')).text, /^OOM command not allowed/);
      },
    },
  ],
};
