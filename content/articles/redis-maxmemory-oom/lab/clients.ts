/** What clients print when a write is refused, and what BullMQ says about the eviction policy. */
import assert from 'node:assert/strict';
import { cp, readFile, symlink } from 'node:fs/promises';
import path from 'node:path';
import { type Bench, npmPackages, type Replacement, type Scenario } from 'faultbook/lab';
import { fill, numberOf, redisNeeds, startRedis } from './redis.ts';

const here = import.meta.dirname;
const python = '/usr/bin/python3';
const modules = '/usr/lib/python3/dist-packages';

/** Copies a program of the lab into the scenario's folder. Returns its path. */
async function program(bench: Bench, name: string): Promise<string> {
  const file = path.join(bench.folder, name);
  await cp(path.join(here, 'files', name), file);
  return file;
}

/** Makes the npm packages available to programs of the lab. Returns the rule that hides their path in captures. */
async function withPackages(bench: Bench): Promise<Replacement> {
  const packages = path.join(await npmPackages(here), 'node_modules');
  await symlink(packages, path.join(bench.folder, 'node_modules'));
  return [packages, '/srv/app/node_modules'];
}

const versionOf = async (bench: Bench, name: string) => {
  const text = await readFile(path.join(bench.folder, 'node_modules', name, 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
};

/** Clients for Node: the package, the software, and what the client must print. */
const nodeClients = [
  ['ioredis', 'ioredis', /^SimpleError \[ReplyError\]: OOM command/],
  ['ioredis-script', 'ioredis', /^SimpleError \[ReplyError\]: OOM .* script: [0-9a-f]{40}, on @user_script:1\./],
  ['ioredis-multi', 'ioredis', /EXECABORT[^]*previousErrors[^]*OOM command/],
  ['ioredis5', 'ioredis', /^ReplyError: OOM command/],
  ['redis', 'node-redis', /^SimpleError: OOM command/],
  ['redis4', 'node-redis', /^\[ErrorReply: OOM command/],
  ['redis3', 'node-redis', /^ReplyError: OOM command/],
  ['bullmq', 'BullMQ', /^SimpleError \[ReplyError\]: OOM .* on @user_script:\d+\./],
  ['bull', 'Bull', /^ReplyError: OOM command/],
] as const;

export const clientScenarios: readonly Scenario[] = [
  {
    name: 'clients for Node pass the refusal on',
    needs: redisNeeds,
    async run(bench) {
      const { port, client } = await startRedis(bench, ['--maxmemory', '3mb']);
      const hidden = await withPackages(bench);
      const refused = await program(bench, 'refused.mjs');
      await client.send(Array.from({ length: 4_000 }, (_, index) => ['SET', `page:${index}`, 'x'.repeat(1_000)]));
      for (const [chosen, software, wording] of nodeClients) {
        const { text } = await bench.exec([process.execPath, refused, `${port}`, chosen]);
        assert.match(text, wording);
        bench.uses(software, await versionOf(bench, chosen.split('-')[0] ?? ''));
        // Without the arguments of the command, since BullMQ sends a whole script.
        const shown = text.split(/\n\s+args: \[\n/)[0] ?? '';
        bench.capture(`refused-${chosen}`, shown, { replace: [hidden], varies: [/ +at .*\n?/g] });
        bench.reproduces('redis-oom-command-not-allowed', `refused-${chosen}`);
      }
    },
  },
  {
    name: 'BullMQ warns of an evicting policy until it is noeviction',
    needs: redisNeeds,
    async run(bench) {
      const { port } = await startRedis(bench, ['--maxmemory', '50mb', '--maxmemory-policy', 'allkeys-lru']);
      await withPackages(bench);
      const worker = [process.execPath, await program(bench, 'worker.mjs'), `${port}`];
      bench.uses('BullMQ', await versionOf(bench, 'bullmq'));
      const warned = await bench.start(worker, { ready: /\[worker\] job done/ });
      await bench.waitFor('three connections', () => (warned.output().match(/IMPORTANT!/g)?.length ?? 0) >= 3, { running: warned });
      await warned.stop();
      const lines = warned
        .output()
        .split('\n')
        .filter((line) => line.includes('IMPORTANT!'));
      assert.equal(lines.length, 3);
      bench.capture('bullmq-warning', lines.join('\n'));
      bench.reproduces('redis-bullmq-eviction-policy-warning', 'bullmq-warning');
      assert.match((await bench.run('show-limit-and-policy')).text, /maxmemory_policy:allkeys-lru/);
      await bench.run('stop-eviction');
      const quiet = await bench.start(worker, { ready: /\[worker\] job done/ });
      await quiet.stop();
      assert.equal(quiet.output().includes('IMPORTANT!'), false);
    },
  },
  {
    name: 'a worker against a full server floods its log',
    needs: redisNeeds,
    async run(bench) {
      const redis = await startRedis(bench, ['--maxmemory', '3mb']);
      await fill(redis, 4_000, 'page');
      await withPackages(bench);
      bench.uses('BullMQ', await versionOf(bench, 'bullmq'));
      const worker = await bench.start([process.execPath, await program(bench, 'worker.mjs'), `${redis.port}`]);
      await bench.waitFor('a megabyte of errors', () => worker.output().length > 1e6, { running: worker });
      assert.ok((worker.output().match(/OOM command not allowed/g)?.length ?? 0) > 10);
    },
  },
  {
    name: 'finished jobs pile up unless they are bounded',
    needs: redisNeeds,
    async run(bench) {
      const { port } = await startRedis(bench);
      await withPackages(bench);
      bench.uses('BullMQ', await versionOf(bench, 'bullmq'));
      const before = `import { Queue } from 'bullmq';\nexport const connection = { host: '127.0.0.1', port: ${port} };\n`;
      const jobs = await program(bench, 'jobs.mjs');
      const run = async (queue: string) => {
        await bench.exec(['redis-cli', 'FLUSHALL']);
        await bench.write('queue.mjs', `${before}${queue}\nexport { queue };`);
        await bench.exec([process.execPath, jobs]);
        const keys = Number((await bench.exec(['redis-cli', 'DBSIZE'])).text);
        return { keys, megabytes: (await numberOf(bench, 'used_memory')) / 1e6 };
      };
      const unbounded = await run("const queue = new Queue('mail', { connection });");
      const bounded = await run(await readFile(await bench.file('bounded-queue', 'queue.js'), 'utf8'));
      const lines = Object.entries({ 'by default': unbounded, bounded }).map(
        ([name, { keys, megabytes }]) => `3,000 finished jobs, ${name}: ${keys} keys, ${megabytes.toFixed(1)} MB`,
      );
      bench.capture('finished-jobs', lines.join('\n'), { varies: [/\d+ keys|\d+\.\d MB/g] });
      assert.ok(unbounded.keys >= 3_000 && bounded.keys < 1_020 && bounded.megabytes < unbounded.megabytes);
      bench.observes('redis-memory-keeps-growing', 'finished-jobs');
    },
  },
  {
    name: 'redis-py and Celery pass the refusal on',
    needs: [
      ...redisNeeds,
      { command: `${modules}/redis`, package: 'python3-redis' },
      { command: `${modules}/celery`, package: 'python3-celery' },
    ],
    async run(bench) {
      const redis = await startRedis(bench, ['--maxmemory', '3mb']);
      await fill(redis, 4_000, 'page');
      const refused = await program(bench, 'refused.py');
      bench.uses('redis-py', (await bench.exec([python, refused, `${redis.port}`, 'version'])).text.trim());
      for (const how of ['set', 'pipeline']) {
        const { text } = await bench.exec([python, refused, `${redis.port}`, how]);
        bench.capture(`refused-redis-py-${how}`, text.trimEnd().split('\n').at(-1) ?? '');
        bench.reproduces('redis-oom-command-not-allowed', `refused-redis-py-${how}`);
      }
      const [shop, env] = [await program(bench, 'shop.py'), { REDIS_PORT: `${redis.port}` }];
      const { text } = await bench.exec([python, shop], { env });
      const [celery = '', kombu = ''] = (text.split('\n')[0] ?? '').split(' ');
      bench.uses('Celery', celery);
      bench.uses('Kombu', kombu);
      bench.capture('refused-kombu', text.trimEnd().split('\n').at(-1) ?? '');
      bench.reproduces('redis-oom-command-not-allowed', 'refused-kombu');
      const worker = [python, '-m', 'celery', '-A', 'shop', 'worker', '-l', 'info', '-P', 'solo'];
      const running = await bench.start(worker, { env, ready: /Unrecoverable error: .*\n/ });
      const line =
        running
          .output()
          .split('\n')
          .find((one) => one.includes('Unrecoverable error')) ?? '';
      bench.capture('refused-celery-worker', line, { varies: [/\[.*?: C/g] });
      bench.reproduces('redis-oom-command-not-allowed', 'refused-celery-worker');
    },
  },
  {
    name: 'clients for Ruby and PHP pass the refusal on',
    needs: [
      ...redisNeeds,
      { command: 'ruby', package: 'ruby-redis ruby-sidekiq' },
      { command: 'php', package: 'php-cli php-redis' },
      { command: '/usr/share/php/Predis', package: 'php-predis' },
    ],
    onDemand: 'it needs Ruby and PHP',
    async run(bench) {
      const redis = await startRedis(bench, ['--maxmemory', '3mb']);
      await fill(redis, 4_000, 'page');
      for (const [interpreter, file, names] of [
        ['ruby', 'refused.rb', ['redis-rb', 'Sidekiq']],
        ['php', 'refused.php', ['phpredis', 'Predis']],
      ] as const) {
        const { text } = await bench.exec([interpreter, await program(bench, file), `${redis.port}`], { code: 'any' });
        const versions = (/versions (.*)/.exec(text)?.[1] ?? '').split(' ');
        for (const [index, name] of names.entries()) {
          bench.uses(name, versions[index] ?? 'unknown');
          const section = text.split(`--- ${name}\n`)[1]?.split('\n--- ')[0] ?? '';
          const line = section.split('\n').find((one) => one.includes('OOM')) ?? '';
          const capture = `refused-${name.toLowerCase()}`;
          bench.capture(capture, line);
          bench.reproduces('redis-oom-command-not-allowed', capture);
        }
      }
    },
  },
];
