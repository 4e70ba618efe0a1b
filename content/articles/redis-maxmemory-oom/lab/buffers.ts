/** Output buffers: subscribers, replicas and ordinary clients that do not read their replies. */
import assert from 'node:assert/strict';
import { type Bench, type Replacement, type Scenario, varying } from 'faultbook/lab';
import { connectDeaf } from './client.ts';
import { fill, inLog, keysLike, logged, numberOf, redisNeeds as needs, startRedis, type RedisServer } from './redis.ts';

const payload = 'x'.repeat(100_000);
const mebibyte = 1_048_576;

const publish = ({ client }: RedisServer, times: number) => client.send(Array.from({ length: times }, () => ['PUBLISH', 'news', payload]));
const subscribe = (bench: Bench, { port }: RedisServer) =>
  connectDeaf(bench, port, [
    ['CLIENT', 'SETNAME', 'slow-consumer'],
    ['SUBSCRIBE', 'news'],
  ]);
const usualPort = ({ port }: RedisServer): Replacement => [`127.0.0.1:${port}`, '127.0.0.1:6379'];
const idOf = (listed: string) => /\bid=(\d+)/.exec(listed)?.[1] ?? '';

/** Publishes until the subscriber's output buffer has more than some bytes: the sockets take the first megabytes. */
async function publishUntilWaiting(bench: Bench, redis: RedisServer, bytes: number): Promise<void> {
  await bench.waitFor('unread messages', async () => {
    await publish(redis, 10);
    const { text } = await bench.exec(['redis-cli', 'CLIENT', 'LIST', 'TYPE', 'pubsub']);
    return Number(/omem=(\d+)/.exec(text)?.[1]) > bytes;
  });
}

export const bufferScenarios: readonly Scenario[] = [
  {
    name: 'a subscriber that does not read is found, and disconnected',
    needs,
    async run(bench) {
      const redis = await startRedis(bench, ['--maxmemory', '200mb']);
      await subscribe(bench, redis);
      await publishUntilWaiting(bench, redis, 7 * mebibyte);
      const listed = await bench.run('list-clients-by-memory');
      bench.capture('clients-by-memory', listed.text.split('\n')[0] ?? '', {
        varies: [varying.numbers],
        replace: [usualPort(redis)],
      });
      assert.match(listed.text, /^\d{7,} omem=\d{7,} id=\d+ \S+ name=slow-consumer cmd=subscribe/);
      // Redis updates the memory of its clients gradually.
      const ofClients = () => numberOf(bench, 'mem_clients_normal');
      await bench.waitFor('the replies to be counted', async () => (await ofClients()) > 7 * mebibyte);
      const killed = await bench.run('kill-client', { values: { id: idOf(listed.text) } });
      assert.equal(killed.text, '1\n');
      await bench.waitFor('less memory', async () => (await ofClients()) < mebibyte);
    },
  },
  {
    name: 'a subscriber passes the limit of its class',
    needs,
    async run(bench) {
      const redis = await startRedis(bench, ['--maxmemory', '200mb', '--client-output-buffer-limit', 'pubsub 8mb 4mb 60']);
      await subscribe(bench, redis);
      await bench.waitFor('the disconnection', async () => {
        await publish(redis, 10);
        return logged(redis, 'output buffer limits') !== '';
      });
      bench.capture('subscriber-closed', logged(redis, 'output buffer limits'), { varies: inLog, replace: [usualPort(redis)] });
      bench.reproduces('redis-client-output-buffer-limit', 'subscriber-closed');
      assert.equal((await bench.exec(['redis-cli', 'CLIENT', 'LIST', 'TYPE', 'pubsub'])).text.trim(), '');
      await bench.run('restore-buffer-limits');
      const limits = async () => (await bench.exec(['redis-cli', 'CONFIG', 'GET', 'client-output-buffer-limit'])).text.split('\n')[1];
      assert.equal(await limits(), 'normal 0 0 0 slave 268435456 67108864 60 pubsub 33554432 8388608 60');
      await bench.run('raise-replica-buffer');
      assert.equal(await limits(), 'normal 0 0 0 slave 536870912 134217728 60 pubsub 33554432 8388608 60');
      await bench.run('restore-buffer-limits');
      assert.match((await limits()) ?? '', /slave 268435456 67108864 60/);
    },
  },
  {
    name: 'a replica that does not read is dropped, with its own limit',
    needs,
    async run(bench) {
      const redis = await startRedis(bench, ['--maxmemory', '200mb', '--client-output-buffer-limit', 'replica 4mb 2mb 60']);
      await connectDeaf(bench, redis.port, [['PSYNC', '?', '-1']]);
      await bench.waitFor('the replica', async () => (await numberOf(bench, 'connected_slaves')) === 1);
      await bench.waitFor('the disconnection', async () => {
        await redis.client.send(Array.from({ length: 20 }, (_, index) => ['SET', `blob:${index}`, payload]));
        return logged(redis, 'output buffer limits') !== '';
      });
      bench.capture('replica-closed', logged(redis, 'output buffer limits'), { varies: inLog, replace: [usualPort(redis)] });
      bench.reproduces('redis-client-output-buffer-limit', 'replica-closed');
      assert.match(redis.running.output(), /flags=S .*omem=\d+/);
    },
  },
  {
    name: 'all clients together pass maxmemory-clients',
    needs,
    async run(bench) {
      const redis = await startRedis(bench, ['--maxmemory', '40mb']);
      await bench.run('cap-clients');
      await subscribe(bench, redis);
      await bench.waitFor('the eviction', async () => {
        await publish(redis, 5);
        return logged(redis, 'Evicting client') !== '';
      });
      bench.capture('client-evicted', logged(redis, 'Evicting client'), { varies: inLog, replace: [usualPort(redis)] });
      bench.reproduces('redis-evicting-client', 'client-evicted');
      assert.equal(await numberOf(bench, 'evicted_clients'), 1);
      await bench.run('uncap-clients');
      await subscribe(bench, redis);
      await publishUntilWaiting(bench, redis, 3 * mebibyte);
      assert.equal(await numberOf(bench, 'evicted_clients'), 1);
    },
  },
  {
    name: 'unread replies push the data out of a cache',
    needs,
    async run(bench) {
      const redis = await startRedis(bench, ['--maxmemory', '50mb', '--maxmemory-policy', 'allkeys-lru']);
      await fill(redis, 6_695, 'page');
      await bench.exec(['redis-cli', 'SETRANGE', 'blob', '1000000', 'x']);
      const keys = (await keysLike(bench, '*')).toString();
      await connectDeaf(bench, redis.port, [
        ['CLIENT', 'SETNAME', 'report-job'],
        // One reply larger than the limit. Of many small replies, those after the eviction of the blob itself would be empty.
        ['MGET', ...Array<string>(80).fill('blob')],
      ]);
      await bench.waitFor('evictions', async () => {
        await bench.exec(['redis-cli', 'SET', 'probe', '1', 'EX', '60'], { code: 'any' });
        return (await keysLike(bench, 'page:*')) === 0;
      });
      const listed = (await bench.run('list-clients-by-memory')).text;
      assert.match(listed, /^\d{8} omem=\d{8} id=\d+ \S+ name=report-job cmd=mget/);
      assert.equal(keys, '6696');
      await bench.run('kill-client', { values: { id: idOf(listed) } });
      await bench.waitFor('less memory', async () => (await numberOf(bench, 'mem_clients_normal')) < mebibyte);
    },
  },
];
