/** Redis 8.0: as Debian 13 packages it, and with the allocator that Redis ships, which can defragment. */
import assert from 'node:assert/strict';
import path from 'node:path';
import { exists, labCache, type Scenario, varying } from 'faultbook/lab';
import { fragment } from './fragmentation.ts';
import { fill, inLog, logged, numberOf, redisNeeds as needs, startRedis } from './redis.ts';

/** The folder into which build.ts puts Redis 8.0. */
export const newerFolder = path.join(labCache(), 'redis-8.0-debian-13');
/** The server of Debian's package. */
export const packagedServer = path.join(newerFolder, 'root/usr/bin/redis-server');
/** The server built with the allocator that Redis ships. */
export const builtServer = path.join(newerFolder, 'source/src/redis-server');

const libraries = path.join(newerFolder, 'root/usr/lib/x86_64-linux-gnu');
/** The argv that runs the packaged server with the libraries of Debian 13. */
const packaged = [path.join(libraries, 'ld-linux-x86-64.so.2'), '--library-path', libraries, packagedServer];

const onDemand = 'it needs Redis 8.0, which build.ts of the lab installs in some minutes';
const has = (server: string) => async () =>
  (await exists(server))
    ? undefined
    : `Redis 8.0 is missing; install it once: npx node ${path.relative('', path.join(import.meta.dirname, 'build.ts'))}`;

export const newerScenarios: readonly Scenario[] = [
  {
    name: 'Redis 8.0 of Debian 13 says the same',
    needs,
    onDemand,
    hindrance: has(packagedServer),
    async run(bench) {
      const redis = await startRedis(bench, ['--maxmemory', '8mb'], { program: packaged });
      assert.match(redis.running.output(), /Redis version=8\./);
      await fill(redis, 8_000);
      const answer = await bench.exec(['redis-cli', 'SET', 'session:81', 'x'], { code: 'any' });
      const script = ['redis-cli', 'EVAL', "return redis.call('SET', KEYS[1], ARGV[1])", '1', 'lock:7', 'x'];
      bench.capture('refused-8-0', answer.text + (await bench.exec(script, { code: 'any' })).text.trim());
      bench.reproduces('redis-oom-command-not-allowed', 'refused-8-0');
      const refused = await bench.run('start-defrag', { code: 'any' });
      bench.capture('defrag-refused-8-0', refused.text);
      bench.reproduces('redis-activedefrag-needs-jemalloc', 'defrag-refused-8-0');
      bench.capture('overcommit-warning-8-0', logged(redis, 'overcommit'), { varies: inLog });
      bench.reproduces('redis-overcommit-memory-warning', 'overcommit-warning-8-0');
      const queued = await bench.exec(['sh', '-c', "printf 'MULTI\\nLLEN jobs\\nEXEC\\n' | redis-cli"]);
      assert.equal(queued.text, 'OK\nQUEUED\n0\n');
    },
  },
  {
    name: 'a build with its own Jemalloc defragments itself',
    needs,
    onDemand,
    hindrance: has(builtServer),
    async run(bench) {
      const redis = await startRedis(bench, [], { program: [builtServer] });
      await fragment(redis, 800_000);
      await bench.waitFor('fresh figures', async () => (await numberOf(bench, 'allocator_frag_ratio')) > 5);
      const before = await bench.run('show-fragmentation');
      assert.equal((await bench.run('start-defrag')).text, 'OK\n');
      await bench.waitFor('the work', async () => (await numberOf(bench, 'active_defrag_running')) > 0);
      await bench.waitFor('its end', async () => (await numberOf(bench, 'active_defrag_running')) === 0, { seconds: 60 });
      const ratio = await numberOf(bench, 'allocator_frag_ratio');
      const resident = Number(/used_memory_rss:(\d+)/.exec(before.text)?.[1]);
      await bench.waitFor('pages that return', async () => (await numberOf(bench, 'used_memory_rss')) < resident / 2, { seconds: 60 });
      const after = await bench.run('show-fragmentation');
      bench.capture('before-defrag', before.text, { varies: [varying.numbers] });
      bench.capture('after-defrag', after.text, { varies: [varying.numbers] });
      assert.ok(ratio < 4, `allocator_frag_ratio is ${ratio}`);
      assert.equal((await bench.run('stop-defrag')).text, 'OK\n');
    },
  },
];
