/** What a blocked worker does to what runs before it: Gunicorn aborts it, nginx answers 504, a shutdown waits. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Bench, freePort, type Scenario, varying } from 'faultbook/lab';
import { ask, labApp, needs, serve, serveBy } from './server.ts';

export const aborted: Scenario = {
  name: 'Gunicorn aborts a worker whose loop is blocked, not one that awaits, and not with a longer timeout',
  needs: [...needs, { command: '/usr/bin/gunicorn', package: 'gunicorn' }],
  onDemand: 'it waits for several time-outs of Gunicorn',
  async run(bench) {
    await labApp(bench, 'jobs.py');
    bench.uses('Gunicorn', /[\d.]+/.exec((await bench.exec(['gunicorn', '--version'])).text)?.[0] ?? 'unknown');
    const change = { '--workers 4 --timeout 120': '--workers 1 --timeout 3' };
    const port = await freePort();
    const bind = { 'main:app': `main:app -b 127.0.0.1:${port}` };
    const server = { address: `127.0.0.1:${port}` };
    const short = await bench.startCommand('start-with-longer-timeout', { replace: { ...change, ...bind }, ready: /startup complete/ });
    assert.equal((await ask(server, '/awaited?s=5')).status, 200);
    assert.doesNotMatch(short.output(), /WORKER TIMEOUT/);
    await assert.rejects(ask(server, '/blocking?s=12'));
    await bench.waitFor('another worker', () => /terminated due to signal 6[\s\S]*startup complete/.test(short.output()));
    const text = short.output();
    bench.capture('worker-aborted', text.slice(text.lastIndexOf('\n', text.indexOf('WORKER TIMEOUT')) + 1), {
      replace: [[/^\[(\S+ \S+ \S+)\] \[\d+\] \[INFO\] (Started|Waiting|Application)[^\n]*\n?/gm, '']],
      varies: [varying.time, varying.numbers],
    });
    bench.reproduces('gunicorn-uvicorn-worker-aborted', 'worker-aborted');
    await short.stop();

    const long = await bench.startCommand('start-with-longer-timeout', {
      replace: { ...bind, '--workers 4': '--workers 1' },
      ready: /startup complete/,
    });
    assert.equal((await ask(server, '/blocking?s=6')).status, 200);
    assert.doesNotMatch(long.output(), /WORKER TIMEOUT/);
  },
};

async function nginx(bench: Bench, upstream: number): Promise<string> {
  const port = await freePort();
  const template = await readFile(path.join(import.meta.dirname, 'files', 'nginx.conf'), 'utf8');
  const text = template.replaceAll('FOLDER', bench.folder).replace('UPSTREAM', `${upstream}`).replace('LISTEN', `${port}`);
  const file = await bench.write('nginx.conf', text);
  const address = `127.0.0.1:${port}`;
  await bench.start(['/usr/sbin/nginx', '-p', bench.folder, '-e', 'error.log', '-c', file], {
    ready: async () => (await ask({ address }, '/health')).status === 200,
  });
  const { text: version } = await bench.exec(['/usr/sbin/nginx', '-v']);
  bench.uses('nginx', /nginx\/([\d.]+)/.exec(version)?.[1] ?? 'unknown');
  return address;
}

export const proxied: Scenario = {
  name: 'nginx answers 504 for every route of a blocked worker',
  needs: [...needs, { command: 'nginx', package: 'nginx-light' }],
  async run(bench) {
    await labApp(bench, 'jobs.py');
    const { port, running } = await serve(bench);
    const address = await nginx(bench, port);
    const slow = ask({ address }, '/blocking?s=6');
    await sleep(300);
    const health = await ask({ address }, '/health');
    assert.deepEqual([(await slow).status, health.status], [504, 504]);
    const log = await readFile(path.join(bench.folder, 'error.log'), 'utf8');
    bench.capture(
      'upstream-timed-out',
      log
        .split('\n')
        .filter((line) => line.includes('upstream timed out'))
        .join('\n'),
      {
        replace: [
          [address, 'api.example.org'],
          [`127.0.0.1:${port}`, '127.0.0.1:8000'],
        ],
        varies: [varying.time, /\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d|\d+#\d+: \*\d+/g],
      },
    );
    bench.observes('fastapi-nginx-504-while-loop-blocked', 'upstream-timed-out');
    // A slow route that does not block is the only one that times out.
    await bench.waitFor('the loop to be free', async () => (await ask({ address }, '/health')).status === 200);
    assert.equal((running.output().match(/"GET \/health HTTP\/1.0" 200 OK/g) ?? []).length > 1, true);
    const waiting = ask({ address }, '/plain-def?s=4');
    assert.equal((await ask({ address }, '/health')).status, 200);
    assert.equal((await waiting).status, 504);
  },
};

export const waits: Scenario = {
  name: 'a shutdown waits for background tasks',
  needs,
  async run(bench) {
    await labApp(bench, 'jobs.py');
    const server = await serve(bench);
    await ask(server, '/task-def?s=3');
    const asked = performance.now();
    process.kill(server.running.pid, 'SIGTERM');
    await server.running.ended;
    assert.ok(performance.now() - asked > 1_500);
    const text = server.running.output();
    bench.capture('shutdown-waits', text.slice(text.indexOf('INFO:     Shutting down')), { varies: [/(?<=process \[)\d+/g] });
    bench.reproduces('uvicorn-waiting-for-background-tasks', 'shutdown-waits');

    const blocked = await serveBy(bench, 'start-on-asyncio-loop');
    const job = ask(blocked, '/task-async?s=3').catch(() => undefined);
    await sleep(300);
    process.kill(blocked.running.pid, 'SIGTERM');
    await blocked.running.ended;
    await job;
    assert.doesNotMatch(blocked.running.output(), /Waiting for background tasks/);
  },
};
