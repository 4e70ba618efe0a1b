/** Limit and policy of an instance: in the configuration file, and separately for cache and jobs. */
import assert from 'node:assert/strict';
import path from 'node:path';
import { type Bench, freePort, type Scenario } from 'faultbook/lab';
import { connect } from './client.ts';
import { fill, info, redisNeeds as needs, startRedis } from './redis.ts';

const settingOf = async (bench: Bench, name: string) => (await bench.exec(['redis-cli', 'CONFIG', 'GET', name])).text.split('\n')[1];

export const instanceScenarios: readonly Scenario[] = [
  {
    name: 'cache and jobs have an instance each',
    needs,
    async run(bench) {
      const durable = await startRedis(bench, ['--maxmemory', '50mb']);
      assert.equal(await fill(durable, 1_000, 'job'), 0);
      const port = await freePort();
      const start = await bench.file('start-cache-instance', 'start-cache.sh', { replace: { '6380': `${port}`, '512mb': '8mb' } });
      const running = await bench.start(['bash', start], { ready: /Ready to accept connections/ });
      assert.equal(await fill({ port, running, client: await connect(bench, port) }, 12_000, 'page'), 0);
      assert.equal((await info(bench)).get('evicted_keys'), '0');
      await bench.shim('redis-cli', ['/usr/bin/redis-cli', '-p', `${port}`]);
      const cache = await info(bench);
      assert.ok(Number(cache.get('evicted_keys')) > 0);
      assert.equal(cache.get('errorstat_OOM'), undefined);
    },
  },
  {
    name: 'limit and policy survive a restart',
    needs,
    async run(bench) {
      const file = await bench.file('sized-config', 'redis.conf');
      const restart = () => startRedis(bench, [], { program: ['redis-server', file] });
      const first = await restart();
      assert.equal(await settingOf(bench, 'maxmemory'), `${2560 * 1024 * 1024}`);
      assert.equal(await settingOf(bench, 'maxmemory-policy'), 'noeviction');
      for (const policy of ['allkeys-lru', 'noeviction']) {
        await bench.exec(['redis-cli', 'CONFIG', 'SET', 'maxmemory-policy', policy]);
        assert.equal((await bench.exec(['redis-cli', 'CONFIG', 'REWRITE'])).text, 'OK\n');
      }
      await first.running.stop();
      await restart();
      assert.equal(await settingOf(bench, 'maxmemory-policy'), 'noeviction');
      assert.equal(path.basename((await info(bench)).get('config_file') ?? ''), 'redis.conf');
    },
  },
];
