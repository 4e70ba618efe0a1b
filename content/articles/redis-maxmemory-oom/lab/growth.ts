/** Memory that keeps growing: keys without a TTL, large values, lists and streams that nobody trims. */
import assert from 'node:assert/strict';
import { type Bench, type Scenario, varying } from 'faultbook/lab';
import { fill, info, numberOf, redisNeeds as needs, startRedis } from './redis.ts';

const textOf = async (bench: Bench, ...command: string[]) => (await bench.exec(['redis-cli', ...command])).text.trim();
const range = (count: number) => Array.from({ length: count }, (_, index) => index);

export const growthScenarios: readonly Scenario[] = [
  {
    name: 'keys without a TTL are counted, and get one',
    needs,
    async run(bench) {
      const redis = await startRedis(bench);
      await fill(redis, 1_000, 'session', 3_600);
      await fill(redis, 3_718, 'cache');
      const before = await bench.run('show-keyspace');
      bench.capture('keyspace', before.text, { varies: [/avg_ttl=\d+/g] });
      assert.match(before.text, /db0:keys=4718,expires=1000,avg_ttl=\d+/);
      const given = await bench.run('give-ttl', { values: { key: 'cache' } });
      bench.capture('ttl-given', given.text);
      assert.match((await bench.run('show-keyspace')).text, /keys=4718,expires=4718/);
      const again = await bench.run('give-ttl', { values: { key: 'session' } });
      assert.match(again.text, /^\s+1000 0\n$/);
      assert.ok(Number(await textOf(bench, 'TTL', 'session:1')) <= 3_600);
      await textOf(bench, 'PERSIST', 'cache:1');
      assert.equal(await textOf(bench, 'TTL', 'cache:1'), '-1');
    },
  },
  {
    name: 'the keys that hold the memory are found',
    needs,
    async run(bench) {
      const { client } = await startRedis(bench);
      await client.send(range(5).map((index) => ['SETRANGE', `blob:${index + 1}`, `${(index + 1) * 1_000_000}`, 'x']));
      await client.send(range(2_000).map((index) => ['SET', `small:${index}`, 'v']));
      await client.send(
        range(3_000).flatMap((index) => [
          ['RPUSH', 'jobs', `${index}`],
          ['HSET', 'user:1', `f${index}`, `v${index}`],
          ['ZADD', 'ranking', `${index}`, `m${index}`],
        ]),
      );
      const found = await bench.run('find-big-keys');
      bench.capture(
        'big-keys',
        found.text
          .split('\n')
          .filter((line) => line.startsWith('Biggest'))
          .join('\n'),
        { varies: [varying.numbers] },
      );
      assert.match(found.text, /Biggest\s+string found '"blob:5"' has 5\d{6} bytes/);
      const measured = await bench.run('measure-key', { values: { key: 'blob:5' } });
      assert.ok(Number(measured.text) >= 5_000_001);
      const stats = await bench.run('show-memory-stats');
      for (const name of ['dataset.bytes', 'clients.normal', 'clients.slaves', 'replication.backlog', 'aof.buffer', 'overhead.total'])
        assert.ok(stats.text.split('\n').includes(name), name);
    },
  },
  {
    name: 'streams and lists are cut to a length',
    needs,
    async run(bench) {
      const { client } = await startRedis(bench);
      await client.send(
        range(120_000).flatMap((index) => [
          ['XADD', 'events', '*', 'n', `${index}`],
          ['LPUSH', 'log', `${index}`],
        ]),
      );
      const before = await numberOf(bench, 'used_memory');
      const removed: number[] = [];
      while (removed.at(-1) !== 0) removed.push(Number((await bench.run('trim-stream', { values: { key: 'events' } })).text));
      assert.deepEqual(removed, [10_000, 10_000, 0]);
      assert.equal(await textOf(bench, 'XLEN', 'events'), '100000');
      await bench.run('trim-list', { values: { key: 'log' } });
      assert.equal(await textOf(bench, 'LLEN', 'log'), '10000');
      assert.equal(await textOf(bench, 'LINDEX', 'log', '0'), '119999');
      assert.ok((await numberOf(bench, 'used_memory')) < before);
    },
  },
  {
    name: 'small hashes are packed, large ones are not',
    needs,
    async run(bench) {
      const { client } = await startRedis(bench);
      for (const fields of [500, 600])
        await client.send(range(fields).map((index) => ['HSET', `user:${fields}`, `f${index}`, `v${index}`]));
      const rows: string[] = [];
      for (const fields of [500, 600]) {
        const encoding = await bench.run('show-encoding', { values: { key: `user:${fields}` } });
        const size = await bench.run('measure-key', { values: { key: `user:${fields}` } });
        rows.push(`${fields} fields: ${encoding.text.trim().padEnd(9)} ${size.text.trim().padStart(6)} bytes`);
      }
      bench.capture('hash-sizes', rows.join('\n'));
      assert.match(rows[0] ?? '', /listpack/);
      assert.match(rows[1] ?? '', /hashtable/);
      assert.match((await bench.run('show-packing-limits')).text, /hash-max-listpack-entries\n512\n/);
      assert.match(await textOf(bench, 'CONFIG', 'GET', 'hash-max-ziplist-entries'), /512$/);
      await client.send([['HSET', 'long', 'note', 'x'.repeat(65)]]);
      assert.equal((await bench.run('show-encoding', { values: { key: 'long' } })).text, 'hashtable\n');
    },
  },
  {
    name: 'hot keys are counted only under an LFU policy',
    needs,
    async run(bench) {
      const { client } = await startRedis(bench, ['--maxmemory', '100mb']);
      await client.send(range(100).map((index) => ['SET', `small:${index}`, 'v']));
      const refused = await bench.run('list-hot-keys', { code: 'any' });
      bench.capture(
        'hot-keys-refused',
        refused.text
          .split('\n')
          .filter((line) => line.includes('LFU'))
          .join('\n'),
      );
      bench.reproduces('redis-hotkeys-needs-lfu', 'hot-keys-refused');
      await bench.run('count-with-lfu');
      await client.send(range(300).map(() => ['GET', 'small:7']));
      const hot = await bench.run('list-hot-keys');
      bench.capture(
        'hot-keys',
        hot.text
          .split('\n')
          .filter((line) => line.startsWith('hot key'))
          .slice(0, 1)
          .join('\n'),
        { varies: [varying.numbers] },
      );
      assert.match(hot.text, /hot key found with counter: \d+\s+keyname: "small:7"/);
      assert.ok(Number(await textOf(bench, 'OBJECT', 'FREQ', 'small:7')) > 5);
      await bench.run('restore-policy-after-lfu', { values: { value: 'noeviction' } });
      assert.match(
        (await bench.exec(['redis-cli', 'OBJECT', 'FREQ', 'small:7'], { code: 'any' })).text,
        /An LFU maxmemory policy is not selected/,
      );
      assert.equal((await info(bench)).get('evicted_keys'), '0');
    },
  },
];
