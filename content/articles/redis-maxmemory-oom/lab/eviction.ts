/** Eviction: which keys each policy removes, keys that vanish, and a hit rate that falls. */
import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Bench, type Scenario, varying } from 'faultbook/lab';
import { fill, info, keysLike, numberOf, redisNeeds as needs, startRedis, untilIdle, type RedisServer } from './redis.ts';
import { randomNumbers, readThrough, zipf } from './workload.ts';

const policies = [
  'noeviction',
  'allkeys-lru',
  'allkeys-lfu',
  'allkeys-random',
  'volatile-lru',
  'volatile-lfu',
  'volatile-random',
  'volatile-ttl',
] as const;

/** Returns rows as lines with columns. */
const table = (rows: readonly (readonly (string | number)[])[]) =>
  rows.map(([first, ...cells]) => `${first ?? ''}`.padEnd(17) + cells.map((cell) => `${cell}`.padStart(10)).join('')).join('\n');

/** Fills a server with sessions that have a TTL and settings that have none, then with other keys. Returns how many of each are left. */
async function survivors(bench: Bench, redis: RedisServer, policy: string): Promise<number[]> {
  for (const command of [['FLUSHALL'], ['CONFIG', 'RESETSTAT'], ['CONFIG', 'SET', 'maxmemory-policy', policy]])
    await bench.exec(['redis-cli', ...command]);
  assert.equal((await fill(redis, 1_000, 'session', 3_600)) + (await fill(redis, 1_000, 'setting')), 0);
  if (policy.endsWith('lru')) await untilIdle(bench, 'session:1');
  const refused = await fill(redis, 12_000, 'new');
  return [await keysLike(bench, 'session:*'), await keysLike(bench, 'setting:*'), await numberOf(bench, 'evicted_keys'), refused];
}

/**
 * Returns the hit rates of a cache of 4 MB in front of keys that need about 12 MB: while the popular keys stay the same, and after they
 * have changed.
 */
async function hitRates({ client }: RedisServer): Promise<string[]> {
  const random = randomNumbers(7);
  const rank = zipf(10_000, random);
  const rates: string[] = [];
  for (const phase of ['warm', 'steady', 'moved']) {
    let hits = 0;
    for (let second = 0; second < 20; second++) {
      const keys = Array.from({ length: 500 }, () => `page:${(rank() + (phase === 'moved' ? 5_000 : 0)) % 10_000}`);
      hits += await readThrough(client, keys, random);
      await sleep(1_000 - (Date.now() % 1_000)); // recency counts in whole seconds
    }
    assert.ok(Math.abs(Number((await client.send([['DBSIZE']]))[0]) - 2_500) < 400, 'there is room for a quarter of the pages');
    if (phase !== 'warm') rates.push(`${Math.round(hits / 100)} %`);
  }
  return rates;
}

export const evictionScenarios: readonly Scenario[] = [
  {
    name: 'which keys are left under each policy',
    needs,
    async run(bench) {
      const redis = await startRedis(bench, ['--maxmemory', '10mb']);
      const rows: (string | number)[][] = [['policy', 'sessions', 'settings', 'evicted', 'refused']];
      for (const policy of policies) rows.push([policy, ...(await survivors(bench, redis, policy))]);
      bench.capture('left-by-policy', table(rows), { varies: [varying.numbers, / +/g] });
      for (const [policy, sessions, settings, evicted, refused] of rows.slice(1)) {
        const name = String(policy);
        if (name === 'noeviction') assert.deepEqual([sessions, settings, evicted], [1_000, 1_000, 0]);
        if (name.startsWith('volatile')) assert.deepEqual([sessions, settings, evicted], [0, 1_000, 1_000]);
        if (name.startsWith('allkeys')) assert.ok(Number(sessions) < 1_000 && Number(settings) < 1_000 && refused === 0);
        else assert.ok(Number(refused) > 1_000);
      }
    },
  },
  {
    name: 'the hit rate of each policy',
    needs,
    onDemand: 'Redis counts recency in seconds, so it reads for minutes',
    seconds: 300,
    async run(bench) {
      const servers: [string, RedisServer][] = [];
      for (const policy of policies) servers.push([policy, await startRedis(bench, ['--maxmemory', '4mb', '--maxmemory-policy', policy])]);
      const rates = await Promise.all(servers.map(async ([policy, redis]) => [policy, ...(await hitRates(redis))]));
      bench.capture('hit-rate-by-policy', table([['policy', 'steady', 'moved'], ...rates]), { varies: [varying.numbers, / +/g] });
      const rate = (policy: string, column: number) => Number.parseInt(rates.find(([name]) => name === policy)?.[column] ?? '', 10);
      for (const policy of policies.slice(1)) assert.ok(rate(policy, 2) > rate('noeviction', 2) + 10, `${policy} follows the change`);
      assert.ok(rate('allkeys-lfu', 1) > rate('allkeys-random', 1));
    },
  },
  {
    name: 'keys vanish before their TTL, until eviction is stopped',
    needs,
    async run(bench) {
      const redis = await startRedis(bench, ['--maxmemory', '6mb', '--maxmemory-policy', 'volatile-lru', '--notify-keyspace-events', 'Ee']);
      await fill(redis, 1_000, 'session', 3_600);
      const watching = await bench.start(['stdbuf', '-oL', 'redis-cli', '--csv', 'PSUBSCRIBE', '__keyevent@*__:evicted'], {
        ready: /psubscribe/,
      });
      await fill(redis, 4_000, 'page');
      await bench.waitFor('evictions', () => watching.output().split('\n').length > 4, { running: watching });
      bench.capture('keys-evicted', watching.output().split('\n').slice(0, 4).join('\n'), { varies: [/session:\d+/g] });
      bench.reproduces('redis-keys-vanish-before-ttl', 'keys-evicted');
      const counters = await bench.run('show-counters');
      bench.capture('counters-evicting', counters.text, { varies: [varying.numbers] });
      assert.ok((await keysLike(bench, 'session:*')) < 1_000);
      assert.ok((await numberOf(bench, 'evicted_keys')) > 0);

      await bench.run('raise-maxmemory', { values: { size: '16mb' } });
      await bench.run('stop-eviction');
      const { evicted_keys: before, errorstat_OOM: refused } = Object.fromEntries(await info(bench));
      assert.equal(await fill(redis, 1_000, 'session', 3_600), 0);
      const { evicted_keys: after, errorstat_OOM: still } = Object.fromEntries(await info(bench));
      assert.deepEqual([after, still], [before, refused]);
      assert.equal(await keysLike(bench, 'session:*'), 1_000);
      await bench.run('restore-policy', { values: { value: 'volatile-lru' } });
      assert.match((await bench.run('show-limit-and-policy')).text, /maxmemory_policy:volatile-lru/);
    },
  },
  {
    name: 'the hit rate falls when the keys no longer fit',
    needs,
    async run(bench) {
      const { client } = await startRedis(bench, ['--maxmemory', '16mb', '--maxmemory-policy', 'allkeys-lfu']);
      const random = randomNumbers(11);
      const rank = zipf(8_000, random);
      const percent = async () => {
        const keys = Array.from({ length: 10_000 }, () => `page:${rank()}`);
        await bench.exec(['redis-cli', 'CONFIG', 'RESETSTAT']);
        return Math.round((await readThrough(client, keys, random)) / 100);
      };
      for (let round = 0; round < 3; round++) await percent();
      const roomy = await percent();
      assert.equal(await numberOf(bench, 'evicted_keys'), 0);
      await bench.run('restore-maxmemory', { values: { limit: '2mb' } });
      await percent();
      const tight = await percent();
      const counters = await bench.run('show-counters');
      bench.capture('counters-hit-rate', counters.text, { varies: [varying.numbers] });
      bench.observes('redis-hit-rate-falls-evictions', 'counters-hit-rate');
      await bench.run('raise-maxmemory', { values: { size: '16mb' } });
      for (let round = 0; round < 3; round++) await percent();
      const again = await percent();
      bench.capture(
        'hit-rate-by-room',
        table([
          ['room', 'hit rate'],
          ['16 MB', `${roomy} %`],
          ['2 MB', `${tight} %`],
          ['16 MB again', `${again} %`],
        ]),
        {
          varies: [varying.numbers, / +/g],
        },
      );
      assert.ok(roomy > 85 && tight < roomy - 15 && again > 85, `${roomy}, ${tight}, ${again}`);
      assert.equal(await numberOf(bench, 'evicted_keys'), 0);
    },
  },
];
