/** Redis at its memory limit: writes are refused, until a fix makes room. */
import assert from 'node:assert/strict';
import { type Bench, type Scenario, varying } from 'faultbook/lab';
import { fill, info, inLog, keysLike, logged, numberOf, redisNeeds as needs, startRedis } from './redis.ts';

const refused = "OOM command not allowed when used memory > 'maxmemory'.";
const probe = async (bench: Bench) => (await bench.run('probe-write')).text;

export const limitScenarios: readonly Scenario[] = [
  {
    name: 'a full server refuses writes until it gets room',
    needs,
    async run(bench) {
      const redis = await startRedis(bench, ['--maxmemory', '8mb']);
      assert.ok((await fill(redis, 8_000)) > 0);
      const answer = await bench.exec(['redis-cli', 'SET', 'session:81', 'x'], { code: 'any' });
      bench.capture('write-refused', answer.text);
      bench.reproduces('redis-oom-command-not-allowed', 'write-refused');
      const shown = await bench.run('show-limit-and-policy');
      bench.capture('limit-and-policy', shown.text, { varies: [varying.numbers] });
      assert.match(shown.text, /maxmemory:8388608\s+maxmemory_policy:noeviction/);
      const counters = await bench.run('show-counters');
      bench.capture('counters-refusing', counters.text, { varies: [varying.numbers] });
      assert.match(counters.text, /evicted_keys:0\s/);
      assert.ok((await numberOf(bench, 'current_eviction_exceeded_time')) >= 0);

      await bench.run('raise-maxmemory', { values: { size: '16mb' } });
      const before = (await info(bench)).get('errorstat_OOM');
      assert.equal(bench.capture('probe-written', await probe(bench)), 'OK\n');
      assert.equal((await info(bench)).get('errorstat_OOM'), before);
      assert.equal((await bench.exec(['redis-cli', 'GET', 'session:1'])).text.length, 1_001);
      await bench.run('restore-maxmemory', { values: { limit: '8mb' } });
      assert.match(await probe(bench), /^OOM command not allowed/);
      for (const size of ['1.5gb', '70%'])
        assert.match(
          (await bench.exec(['redis-cli', 'CONFIG', 'SET', 'maxmemory', size], { code: 'any' })).text,
          /argument must be a memory value/,
        );
    },
  },
  {
    name: 'transactions and scripts are refused in words of their own',
    needs,
    async run(bench) {
      await fill(await startRedis(bench, ['--maxmemory', '4mb']), 4_000);
      const ask = async (text: string) => (await bench.exec(['sh', '-c', `printf '${text}' | redis-cli`], { code: 'any' })).text;
      bench.capture('transaction-refused', await ask('MULTI\\nSET cart:7 x\\nEXEC\\n'));
      assert.match(await ask('MULTI\\nPUBLISH news x\\nEXEC\\n'), /^OK\nOOM command not allowed[^]*EXECABORT/);
      const script = ['redis-cli', 'EVAL', "return redis.call('SET', KEYS[1], ARGV[1])", '1', 'lock:7', 'x'];
      bench.capture('script-refused', (await bench.exec(script, { code: 'any' })).text);
      bench.reproduces('redis-oom-command-not-allowed', 'script-refused');
      const shebang = ['redis-cli', 'EVAL', '#!lua\nreturn 1', '0'];
      assert.equal((await bench.exec(shebang, { code: 'any' })).text.trim(), refused);
    },
  },
  {
    name: 'deletes make room while writes are refused',
    needs,
    async run(bench) {
      const redis = await startRedis(bench, ['--maxmemory', '8mb']);
      await fill(redis, 1_000, 'session', 3_600);
      await fill(redis, 8_000, 'cache');
      assert.match(await probe(bench), /^OOM command not allowed/);
      const counted = await bench.run('count-matching-keys', { values: { key: 'cache' } });
      const removed = await bench.run('unlink-matching-keys', { values: { key: 'cache' } });
      assert.equal(
        removed.text.split('\n').reduce((sum, line) => sum + Number(line), 0),
        Number(counted.text),
      );
      bench.capture('keys-unlinked', removed.text, { varies: [/^\d+\n/gm] });
      assert.equal(await keysLike(bench, 'session:*'), 1_000);
      assert.equal(await probe(bench), 'OK\n');
    },
  },
  {
    name: 'a pure cache may evict instead of refusing',
    needs,
    async run(bench) {
      const redis = await startRedis(bench, ['--maxmemory', '8mb']);
      await fill(redis, 8_000, 'page');
      assert.match(await probe(bench), /^OOM command not allowed/);
      const before = (await info(bench)).get('errorstat_OOM');
      await bench.run('evict-any-key');
      assert.equal(await fill(redis, 1_000, 'fresh'), 0);
      assert.equal(await probe(bench), 'OK\n');
      assert.ok((await numberOf(bench, 'evicted_keys')) > 0);
      assert.equal((await info(bench)).get('errorstat_OOM'), before);
      await bench.run('evict-nothing');
      assert.ok((await fill(redis, 1_000, 'later')) > 0);
      assert.match(await probe(bench), /^OOM command not allowed/);
    },
  },
  {
    name: 'a limit below the present use is set, and only the log warns',
    needs,
    async run(bench) {
      const redis = await startRedis(bench, ['--maxmemory', '16mb']);
      await fill(redis, 5_000);
      assert.equal((await bench.run('restore-maxmemory', { values: { limit: '4mb' } })).text, 'OK\n');
      await bench.waitFor('the warning', () => logged(redis, 'WARNING: the new maxmemory') !== '');
      bench.capture('limit-below-usage', logged(redis, 'WARNING: the new maxmemory'), { varies: inLog });
      bench.reproduces('redis-maxmemory-below-usage-warning', 'limit-below-usage');
      assert.match(await probe(bench), /^OOM command not allowed/);
      await bench.exec(['redis-cli', 'CONFIG', 'SET', 'maxmemory', '2']);
      assert.equal((await bench.exec(['redis-cli', 'CONFIG', 'GET', 'maxmemory'])).text, 'maxmemory\n2\n');
    },
  },
];
