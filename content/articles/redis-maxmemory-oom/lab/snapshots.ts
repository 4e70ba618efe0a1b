/** Snapshots: what a fork costs, and how to stop them for a while. */
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { type Bench, type Scenario, varying } from 'faultbook/lab';
import { info, inLog, logged, numberOf, redisNeeds as needs, startRedis } from './redis.ts';

const get = async (bench: Bench, name: string) => (await bench.exec(['redis-cli', 'CONFIG', 'GET', name])).text.split('\n')[1];
const setting = '/proc/sys/vm/overcommit_memory';
const overcommit = async () => (await readFile(setting, 'utf8')).trim();
const idle = async (bench: Bench) => (await info(bench)).get('rdb_bgsave_in_progress') === '0';

export const snapshotScenarios: readonly Scenario[] = [
  {
    name: 'a snapshot copies every page that is written meanwhile',
    needs,
    async run(bench) {
      const { client } = await startRedis(bench, ['--rdb-key-save-delay', '200']);
      const overwrite = async (tag: string) => {
        for (let from = 0; from < 60_000; from += 5_000)
          await client.send(Array.from({ length: 5_000 }, (_, index) => ['SET', `k:${from + index}`, tag.repeat(960)]));
      };
      await overwrite('a');
      assert.match((await bench.exec(['redis-cli', 'BGSAVE'])).text, /Background saving started/);
      await overwrite('b');
      await bench.waitFor(
        'the copy',
        async () => (await numberOf(bench, 'current_cow_size')) > 0.8 * (await numberOf(bench, 'used_memory')),
      );
      const { used_memory, current_cow_size } = Object.fromEntries(await info(bench));
      bench.capture('copied-during-save', `used_memory:${used_memory}\ncurrent_cow_size:${current_cow_size}`, {
        varies: [varying.numbers],
      });
      await bench.exec(['redis-cli', 'CONFIG', 'SET', 'rdb-key-save-delay', '0']);
      await bench.exec(['redis-cli', 'SHUTDOWN', 'NOSAVE', 'FORCE'], { code: 'any' });
    },
  },
  {
    name: 'snapshots pause, and come back',
    needs,
    async run(bench) {
      const redis = await startRedis(bench, ['--save', '3600 1 300 100 60 10000']);
      bench.capture('save-setting', (await bench.run('show-save')).text);
      await bench.run('pause-snapshots');
      assert.equal(await get(bench, 'save'), '');
      await bench.exec(['redis-cli', 'CONFIG', 'SET', 'save', '1 1']);
      await bench.exec(['redis-cli', 'SET', 'k', 'v']);
      await bench.waitFor('a snapshot', () => logged(redis, 'DB saved on disk') !== '');
      await bench.waitFor('its end', () => idle(bench));
      const shown = await bench.run('show-persistence');
      bench.capture('persistence', shown.text, { varies: [/cow_size:\d+/g] });
      assert.match(shown.text, /rdb_last_bgsave_status:ok[^]*rdb_last_cow_size:\d+/);
      await bench.run('pause-snapshots');
      await bench.waitFor('its end', () => idle(bench));
      const [saved, uptime] = [logged(redis, 'DB saved on disk'), await numberOf(bench, 'uptime_in_seconds')];
      await bench.exec(['redis-cli', 'SET', 'k', 'w']);
      await bench.waitFor('longer than the former interval', async () => (await numberOf(bench, 'uptime_in_seconds')) >= uptime + 3);
      assert.ok(await idle(bench));
      assert.equal(logged(redis, 'DB saved on disk'), saved);
      await bench.run('restore-save');
      assert.equal(await get(bench, 'save'), '3600 1 300 100 60 10000');
    },
  },
  {
    name: 'the log warns of the overcommit setting',
    needs,
    hindrance: async () => ((await overcommit()) === '0' ? undefined : 'vm.overcommit_memory is not 0 on this machine'),
    async run(bench) {
      const redis = await startRedis(bench);
      bench.capture('overcommit-warning', logged(redis, 'overcommit'), { varies: inLog });
      bench.reproduces('redis-overcommit-memory-warning', 'overcommit-warning');
      assert.equal((await bench.run('show-overcommit')).text, '0\n');
    },
  },
  {
    name: 'with overcommit allowed the warning is gone',
    needs,
    onDemand: 'it changes vm.overcommit_memory of the machine for a second',
    hindrance: async () => {
      if (process.getuid?.() !== 0) return 'only root may change vm.overcommit_memory';
      return (await overcommit()) === '0' ? undefined : 'vm.overcommit_memory is not 0 on this machine';
    },
    async run(bench) {
      bench.afterwards(() => writeFile(setting, '0'));
      bench.capture('overcommit-allowed', (await bench.run('allow-overcommit')).text);
      const redis = await startRedis(bench);
      await bench.run('restore-overcommit');
      assert.equal(await overcommit(), '0');
      assert.equal(logged(redis, 'overcommit'), '');
      assert.match((await bench.exec(['redis-cli', 'BGSAVE'])).text, /Background saving started/);
      await bench.waitFor('its end', () => idle(bench));
      assert.equal((await info(bench)).get('rdb_last_bgsave_status'), 'ok');
    },
  },
];
