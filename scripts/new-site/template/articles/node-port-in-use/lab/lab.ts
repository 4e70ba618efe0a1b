/** Two instances of a service and one port: the fault, what shows it, and what frees the port. */
import assert from 'node:assert/strict';
import { get } from 'node:http';
import { freePort, type Bench, type Running, type Scenario } from 'faultbook/lab';

const needs = [
  { command: 'node', package: 'nodejs' },
  { command: 'ss', package: 'iproute2' },
  { command: 'ps', package: 'procps' },
];

/** The lab runs everything as one user, so it needs no sudo. */
const replace = { 'sudo ': '' };

export const scenarios: Scenario[] = [
  {
    name: 'a second instance finds the port in use',
    needs,
    async run(bench) {
      const port = await usePort(bench);
      const file = await bench.file('server', 'server.mjs');
      const first = await startService(bench, file, port);

      const second = await bench.exec(['node', file], { code: 1, env: { PORT: `${port}` } });
      bench.capture('crash', second.text, {
        replace: [[`${port}`, '3000'], inFolder(bench)],
        varies: [/:\d+/g, /\d+\.\d+\.\d+/g, /:::|0\.0\.0\.0:/g],
      });
      bench.reproduces('node-listen-eaddrinuse', 'crash');

      const { text: listener } = await bench.run('who-listens', { values: { port: `${port}` }, replace });
      bench.capture('listener', listener, { replace: [[`:${port} `, ':3000  ']], varies: [/\d+/g] });
      assert.match(listener, new RegExp(`pid=${first.pid},`));
      assert.match(listener, /"MainThread"/);

      const { text: program } = await bench.run('which-program', { values: { pid: `${first.pid}` } });
      bench.capture('program', program, { replace: [inFolder(bench)], varies: [/^.*\d\d:\d\d:\d\d \d{4}/gm] });
      assert.match(program, new RegExp(`${first.pid} .* node ${file}`));

      await bench.run('stop-the-listener', { values: { pid: `${first.pid}` } });
      assert.equal(await first.ended, 'SIGTERM', 'without a listener, SIGTERM ends Node.js');
      const { text: free } = await bench.run('port-is-free', { values: { port: `${port}` }, replace });
      bench.capture('free', free);
      assert.equal(free.trim().split('\n').length, 1);
      const { text: remains } = await bench.exec(['ss', '-tan', 'state', 'time-wait', `sport = :${port}`]);
      assert.match(remains, new RegExp(`:${port} `), 'a connection is left in TIME-WAIT');
      await startService(bench, file, port);
    },
  },
  {
    name: 'an instance that handles SIGTERM keeps its port',
    needs,
    async run(bench) {
      const port = await usePort(bench);
      const values = { port: `${port}` };
      const stays = await startService(bench, await bench.file('server-that-stays', 'server.mjs'), port);
      const pid = `${stays.pid}`;
      await bench.run('stop-the-listener', { values: { pid } });
      await bench.waitFor('the answer to SIGTERM', () => stays.output().includes('shutting down'));
      assert.match((await bench.run('who-listens', { values, replace })).text, new RegExp(`pid=${pid},`));
      await bench.run('kill-the-listener', { values: { pid } });
      assert.equal(await stays.ended, 'SIGKILL');

      const file = await bench.file('server-that-ends', 'server.mjs');
      const ends = await startService(bench, file, port);
      await bench.run('stop-the-listener', { values: { pid: `${ends.pid}` } });
      assert.equal(await ends.ended, 0);
      assert.doesNotMatch((await bench.run('port-is-free', { values, replace })).text, /LISTEN/);
      await startService(bench, file, port);
    },
  },
  {
    name: 'services and tests with ports of their own',
    needs,
    async run(bench) {
      const port = await usePort(bench);
      const file = await bench.file('server', 'server.mjs');
      await startService(bench, file, port);
      const other = await freePort();
      await bench.startCommand('own-port', { values: { port: `${other}` }, ready: () => answers(other) });
      const { text } = await bench.run('who-listens', { values: { port: `${other}` }, replace });
      assert.match(text, /LISTEN/);

      const test = await bench.file('any-port', 'server.test.mjs');
      const tests = await Promise.all([1, 2].map(() => bench.start(['node', test], { ready: /\d/ })));
      assert.equal(new Set(tests.map((running) => running.output().trim())).size, 2);

      // An address of a network that is kept for documentation, which no machine has.
      const elsewhere = `import { createServer } from 'node:http';\ncreateServer().listen(3000, '192.0.2.7');`;
      const refused = await bench.exec(['node', await bench.write('elsewhere.mjs', elsewhere)], { code: 1 });
      assert.match(refused.text, /Error: listen EADDRNOTAVAIL: address not available 192\.0\.2\.7:3000/);
    },
  },
];

/** Records the software, and returns a port for the scenario. */
async function usePort(bench: Bench): Promise<number> {
  bench.uses('Node.js', (await bench.exec(['node', '--version'])).text.trim().replace('v', ''));
  bench.uses('iproute2', /(?<=iproute2-)\d[\d.]*/.exec((await bench.exec(['ss', '-V'])).text)?.[0] ?? 'unknown');
  return freePort();
}

/** Captures show the service in a folder as on a server. */
const inFolder = (bench: Bench) => [bench.folder, '/srv/shop'] as const;

const startService = (bench: Bench, file: string, port: number): Promise<Running> =>
  bench.start(['node', file], { env: { PORT: `${port}` }, ready: () => answers(port) });

/** Whether a service answers. The request says "Connection: close", so the service closes the connection, and keeps it in TIME-WAIT. */
const answers = (port: number) =>
  new Promise<boolean>((resolve, reject) => {
    get({ port, host: 'localhost', agent: false }, (response) =>
      response.resume().on('end', () => resolve(response.statusCode === 200)),
    ).on('error', reject);
  });
