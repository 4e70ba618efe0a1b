/** After a mass delete the process keeps more memory than its data needs, until it is purged, defragmented or restarted. */
import assert from 'node:assert/strict';
import { type Bench, type Scenario, varying } from 'faultbook/lab';
import { numberOf, redisNeeds as needs, startRedis, type RedisServer } from './redis.ts';

/** Writes values of 100 to 499 bytes and deletes nine of ten; the tenth keeps its page in use. */
export async function fragment({ client }: RedisServer, values: number): Promise<void> {
  const numbers = Array.from({ length: 2_000 }, (_, index) => index);
  for (let from = 0; from < values; from += 2_000)
    await client.send(numbers.map((index) => ['SET', `a:${from + index}`, 'x'.repeat(100 + ((from + index) % 400))]));
  for (let from = 0; from < values; from += 2_000)
    await client.send(numbers.filter((index) => index % 10).map((index) => ['DEL', `a:${from + index}`]));
}

const megabytes = async (bench: Bench, field: string) => Math.round((await numberOf(bench, field)) / 1e6);
/** Returns what MEMORY DOCTOR finds in every run. The allocator has sometimes returned its unused pages already, so that part varies. */
const doctor = async (bench: Bench) =>
  (await bench.exec(['redis-cli', 'MEMORY', 'DOCTOR'])).text
    .split('\n')
    .filter((line) => /^ \* (Peak|High total|High allocator fragmentation)/.test(line))
    .join('\n\n');

export const fragmentationScenarios: readonly Scenario[] = [
  {
    name: 'memory does not go down after a mass delete',
    needs,
    async run(bench) {
      const redis = await startRedis(bench);
      assert.ok((await numberOf(bench, 'mem_fragmentation_ratio')) > 10);
      await fragment(redis, 400_000);
      await bench.waitFor('fresh figures', async () => (await numberOf(bench, 'allocator_frag_ratio')) > 5);
      const shown = await bench.run('show-fragmentation');
      bench.capture('fragmentation', shown.text, { varies: [varying.numbers] });
      bench.capture('doctor', await doctor(bench), { varies: [varying.numbers] });
      bench.reproduces('redis-rss-far-above-used-memory', 'doctor');
      bench.reproduces('redis-memory-not-falling-after-delete', 'doctor');
      const [used, peak] = [await megabytes(bench, 'used_memory'), await megabytes(bench, 'used_memory_peak')];
      assert.ok(used < 25 && peak > 150, `${used} MB, peak ${peak} MB`);
      const before = await megabytes(bench, 'used_memory_rss');
      assert.ok(before > 150);
      const { text } = await bench.exec(['redis-cli', 'INFO', 'server']);
      const swap = await bench.run('show-swap', { values: { pid: /process_id:(\d+)/.exec(text)?.[1] ?? '' } });
      assert.match(swap.text, /^VmSwap:\s+\d+ kB\n$/);

      assert.equal((await bench.run('purge-allocator')).text, 'OK\n');
      await bench.waitFor('fresh figures', async () => (await megabytes(bench, 'used_memory_rss')) < before);
      const after = await megabytes(bench, 'used_memory_rss');
      bench.capture('rss-after-purge', `used_memory_rss before MEMORY PURGE: ${before} MB, after: ${after} MB`, {
        varies: [varying.numbers],
      });
      assert.ok(after > 130, `purging returned more than the article says: ${after} MB`);
    },
  },
  {
    name: 'the distribution refuses active defragmentation',
    needs,
    async run(bench) {
      await startRedis(bench);
      const refused = await bench.run('start-defrag', { code: 'any' });
      bench.capture('defrag-refused', refused.text);
      bench.reproduces('redis-activedefrag-needs-jemalloc', 'defrag-refused');
      assert.match((await bench.run('show-fragmentation')).text, /mem_allocator:jemalloc/);
    },
  },
];
