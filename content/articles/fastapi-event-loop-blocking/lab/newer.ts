/** Software that Debian 12 does not package: py-spy, Ruff, and current releases of the servers. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Bench, exists, labCache, type Scenario, varying } from 'faultbook/lab';
import { ask, labApp, needs, serve, serveBy, versions } from './server.ts';

/** The virtual environment that `build.ts` makes. */
export const newerFolder = path.join(labCache(), 'python-fastapi-event-loop-blocking');
const program = (name: string) => path.join(newerFolder, 'bin', name);

const onDemand = 'it needs packages that Debian 12 does not have';
const hindrance = async () =>
  (await exists(program('uvicorn')))
    ? undefined
    : `its virtual environment is missing; make it once: npx node ${path.relative('', path.join(import.meta.dirname, 'build.ts'))}`;
const common = { needs: needs.filter(({ command }) => command === 'curl'), onDemand, hindrance };

/** Puts current releases on the path, before those of the system. */
async function useNewer(bench: Bench, names: readonly string[] = ['uvicorn', 'gunicorn']): Promise<void> {
  for (const name of names) await bench.shim(name, [program(name)]);
}

const versionOf = async (bench: Bench, name: string) =>
  /\d+\.\d[\d.]*/.exec((await bench.exec([program(name), '--version'])).text)?.[0] ?? 'unknown';

export const spied: Scenario = {
  name: 'py-spy names the line that blocks',
  ...common,
  needs,
  async run(bench) {
    await labApp(bench, 'jobs.py');
    await bench.shim('py-spy', [program('py-spy')]);
    bench.uses('py-spy', await versionOf(bench, 'py-spy'));
    const server = await serve(bench);
    const values = { pid: `${server.running.pid}` };
    const job = ask(server, '/blocking?s=8');
    await sleep(1_000);
    const first = await bench.run('dump-stack', { values });
    const second = await bench.run('dump-stack', { values });
    for (const { text } of [first, second]) assert.match(text, /\(idle\): "MainThread"\n {4}blocking \(main\.py:\d+\)\n/);
    const top = first.text.split('\n').slice(0, first.text.split('\n').findIndex((line) => line.includes('MainThread')) + 4);
    bench.capture('stack-by-py-spy', top.join('\n'), {
      replace: [
        [`${bench.folder}/`, ''],
        [`--port ${server.port}`, '--port 8000'],
      ],
      varies: [varying.numbers],
    });
    await job;
    const computing = ask(server, '/cpu-async?n=40000000');
    await sleep(500);
    assert.match((await bench.run('dump-stack', { values })).text, /\(active\+gil\): "MainThread"\n {4}compute \(main\.py/);
    await computing;
  },
};

export const linted: Scenario = {
  name: 'Ruff names blocking calls in async code',
  ...common,
  needs: [],
  async run(bench) {
    await bench.shim('ruff', [program('ruff')]);
    bench.uses('Ruff', await versionOf(bench, 'ruff'));
    const text = await readFile(path.join(import.meta.dirname, 'files', 'blocking.py'), 'utf8');
    await bench.write('app/report.py', text);
    const found = await bench.run('lint', { code: 1 });
    bench.capture('blocking-calls-found', found.text);
    bench.reproduces('python-blocking-call-in-event-loop-detected', 'blocking-calls-found');
    await bench.write('app/report.py', text.replace('async def', 'def'));
    assert.match((await bench.run('lint')).text, /All checks passed!/);
  },
};

export const bounded: Scenario = {
  name: 'a bounded shutdown cancels what still runs',
  ...common,
  async run(bench) {
    await labApp(bench, 'note.py');
    await useNewer(bench);
    await versions(bench, program('python3'));
    const server = await serveBy(bench, 'start-with-bounded-shutdown', { replace: { 'shutdown 20': 'shutdown 2' } });
    await ask(server, '/work');
    const asked = performance.now();
    process.kill(server.running.pid, 'SIGTERM');
    await server.running.ended;
    assert.ok(performance.now() - asked < 7_000);
    const text = server.running.output();
    const shown = text
      .slice(text.indexOf('INFO:     Shutting down'))
      .split('\n')
      .filter((line) => /^(INFO|ERROR)|^asyncio\.exc/.test(line));
    bench.capture('shutdown-bounded', shown.join('\n'), { varies: [/(?<=process \[)\d+/g] });
    bench.reproduces('uvicorn-waiting-for-background-tasks', 'shutdown-bounded');
    assert.match(text, /Cancel 1 running task\(s\), timeout graceful shutdown exceeded/);
    assert.equal(await exists(path.join(bench.folder, 'finished')), false);
  },
};

export const upgraded: Scenario = {
  name: 'current releases send the answer before the blocking task',
  ...common,
  async run(bench) {
    await labApp(bench, 'jobs.py');
    await useNewer(bench);
    await versions(bench, program('python3'));
    const server = await serveBy(bench, 'start-on-asyncio-loop', { replace: { '--loop asyncio': '--loop uvloop' } });
    const change = { '/notify': '/task-async' };
    const first = await bench.run('time-the-answer', { values: { address: server.address }, replace: change });
    assert.ok(Number(first.text) < 1.5, first.text);
    await server.running.stop();
    const plain = await serveBy(bench, 'start-on-asyncio-loop');
    const free = await bench.run('time-two-answers', { values: { address: plain.address }, replace: { '/notify': '/task-def' } });
    assert.ok(
      free.text
        .trim()
        .split('\n')
        .every((seconds) => Number(seconds) < 1.5),
      free.text,
    );
  },
};
