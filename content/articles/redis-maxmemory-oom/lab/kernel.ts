/** What the kernel does: it kills at a memory limit, and refuses forks and allocations. */
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Bench, freePort, type Scenario } from 'faultbook/lab';
import { makeCgroup, noCgroup, noOomControl } from './cgroup.ts';
import { fill, info, inLog, logged, redisNeeds as needs, startRedis, type RedisServer } from './redis.ts';

const mebibyte = 1_048_576;
const cgroupNeeds = [...needs, { command: 'dmesg', package: 'util-linux' }];

/** Writes values of ten kilobytes until the server has ended. Returns how it ended, and after how many megabytes. */
async function fillUntilGone({ client, running }: RedisServer): Promise<{ end: number | string; megabytes: number }> {
  const value = 'x'.repeat(10_000);
  const write = (index: number) => client.send(Array.from({ length: 100 }, (_, offset) => ['SET', `blob:${index}:${offset}`, value]));
  let megabytes = 0;
  while (
    megabytes < 400 &&
    (await write(megabytes).then(
      () => true,
      () => false,
    ))
  )
    megabytes++;
  return { end: await running.ended, megabytes };
}

/** Returns the kernel's lines about one process, by the article's command. */
async function killLines(bench: Bench, pid: number): Promise<string> {
  const { text } = await bench.run('find-kernel-kill', { code: 'any' });
  return text
    .split('\n')
    .filter((line) => new RegExp(`pid=${pid}\\b|process ${pid}\\b`).test(line))
    .join('\n');
}

export const kernelScenarios: readonly Scenario[] = [
  {
    name: 'the kernel kills Redis when maxmemory is as high as the limit',
    needs: cgroupNeeds,
    hindrance: noCgroup,
    async run(bench) {
      const cgroup = await makeCgroup(bench, 64 * mebibyte);
      const settings = ['--maxmemory', '64mb', '--maxmemory-policy', 'allkeys-lru'];
      const redis = await startRedis(bench, settings, { program: [...cgroup.enter, 'redis-server'] });
      const { end, megabytes } = await fillUntilGone(redis);
      assert.equal(end, 'SIGKILL');
      assert.ok(megabytes * 1e6 < 64 * mebibyte, 'it was killed before it had to evict');
      await bench.waitFor("the kernel's lines", async () => (await killLines(bench, redis.running.pid)).includes('Killed process'));
      const varies = [/^\[.*?\]/gm, /\d+/g];
      bench.capture('kernel-kill', await killLines(bench, redis.running.pid), { varies });
      bench.reproduces('redis-killed-by-oom-killer', 'kernel-kill');
      assert.match(redis.running.output(), /Ready to accept connections\n$/);

      const roomy = await startRedis(bench, ['--maxmemory', '38mb', '--maxmemory-policy', 'allkeys-lru'], {
        program: [...cgroup.enter, 'redis-server'],
      });
      for (let round = 0; round < 20; round++) assert.equal(await fill(roomy, 5_000, `page:${round}`), 0);
      assert.ok(Number((await info(bench)).get('evicted_keys')) > 0);
    },
  },
  {
    name: 'a dataset above the limit is killed at each restart',
    needs: cgroupNeeds,
    hindrance: noCgroup,
    async run(bench) {
      const first = await startRedis(bench);
      await fill(first, 60_000, 'page');
      await bench.exec(['redis-cli', 'SAVE']);
      await first.running.stop();
      const cgroup = await makeCgroup(bench, 48 * mebibyte);
      const port = await freePort();
      const server = `redis-server --port ${port} --bind 127.0.0.1 --dir ${bench.folder} --save "" --maxmemory 32mb --maxmemory-policy allkeys-lru`;
      const supervisor = `while [ -d ${cgroup.folder} ]; do (echo 0 > ${cgroup.folder}/cgroup.procs; exec ${server}); echo "redis-server exited with code $?"; done`;
      const running = await bench.start(['bash', '-c', supervisor], { ready: /(exited with code 137[^]*){3}/ });
      const ends = running
        .output()
        .split('\n')
        .filter((line) => /exited with|Ready to accept|oO0Oo/.test(line));
      assert.ok(!ends.some((line) => line.includes('Ready to accept')));
      bench.capture('restart-loop', ends.slice(0, 6).join('\n'), { varies: inLog });
      bench.observes('redis-restart-loop-exit-137', 'restart-loop');

      await cgroup.limit(256 * mebibyte);
      await bench.waitFor('a start that succeeds', () => running.output().includes('Ready to accept connections'), { running });
      await bench.shim('redis-cli', ['/usr/bin/redis-cli', '-p', `${port}`]);
      await bench.waitFor('an uptime that grows', async () => Number((await info(bench)).get('uptime_in_seconds')) >= 2);
    },
  },
  {
    name: 'the kernel refuses the fork of a snapshot',
    needs,
    hindrance: noOomControl,
    async run(bench) {
      const redis = await startRedis(bench);
      await redis.client.send(Array.from({ length: 8 }, (_, index) => ['SETRANGE', `big:${index}`, '20000000', 'x']));
      const { folder, limit } = await makeCgroup(bench, 1024 * mebibyte);
      // With the OOM killer off for this cgroup, the kernel's own allocations for a fork fail with ENOMEM.
      await writeFile(path.join(folder, 'memory.oom_control'), '1');
      await writeFile(path.join(folder, 'cgroup.procs'), `${redis.running.pid}`);
      await redis.client.send([['PING'], ['CONFIG', 'SET', 'save', '3600 1']]);
      await limit(Number(await readFile(path.join(folder, 'memory.usage_in_bytes'), 'utf8')) + 131_072);
      assert.match((await redis.client.send([['BGSAVE']]))[0] ?? '', /^ERR/);
      assert.match((await redis.client.send([['BGREWRITEAOF']]))[0] ?? '', /^ERR/);
      await bench.waitFor('both lines in the log', () => logged(redis, 'rewrite append only file in background: fork:') !== '');
      bench.capture('fork-refused', logged(redis, 'fork:'), { varies: inLog });
      bench.reproduces('redis-fork-cannot-allocate-memory', 'fork-refused');
      // Raised first: with the OOM killer off, a server that needs memory for a new connection would be paused.
      await limit(1024 * mebibyte);
      const shown = await bench.run('show-persistence');
      assert.match(shown.text, /rdb_last_bgsave_status:err/);
      const answer = (
        await redis.client.send([
          ['SET', 'k', 'v'],
          ['SET', 'k', 'w'],
        ])
      ).at(-1);
      assert.match(answer ?? '', /^MISCONF/);

      await redis.client.send([['BGSAVE']]);
      await bench.waitFor('a snapshot', async () => (await info(bench)).get('rdb_last_bgsave_status') === 'ok');
      assert.deepEqual(await redis.client.send([['SET', 'k', 'v']]), ['OK']);
    },
  },
  {
    name: 'Redis aborts when malloc fails',
    needs,
    async run(bench) {
      const redis = await startRedis(bench, [], { program: ['sh', '-c', 'ulimit -v 150000 && exec "$@"', 'sh', 'redis-server'] });
      const { end } = await fillUntilGone(redis);
      const lines = redis.running.output().split('\n');
      const from = lines.findIndex((line) => line.includes('Out Of Memory allocating'));
      bench.capture('abort', lines.slice(from, from + 7).join('\n'), { varies: inLog });
      bench.reproduces('redis-aborts-out-of-memory-allocating', 'abort');
      assert.equal(end, 'SIGSEGV');
    },
  },
];
