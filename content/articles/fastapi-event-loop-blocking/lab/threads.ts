/** The 40 thread tokens: endpoints use them up, background tasks use them up, and there are more of them. */
import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Bench, type Scenario, varying } from 'faultbook/lab';
import { ask, askTogether, needs, serve, writeApp, type Server } from './server.ts';

const routes = `
import time
from fastapi import BackgroundTasks

@app.get("/health")
async def health():
    return {"status": "ok"}

@app.get("/health-def")
def health_def():
    return {"status": "ok"}

@app.get("/plain-def")
def plain_def(s: float):
    time.sleep(s)

@app.get("/task-def")
async def task_def(tasks: BackgroundTasks, s: float):
    tasks.add_task(time.sleep, s)
`;

interface Limiter {
  total: number;
  borrowed: number;
  waiting: number;
}

async function limiter(bench: Bench, { address }: Server): Promise<{ text: string; read: Limiter }> {
  const { text } = await bench.run('ask-limiter', { values: { address } });
  return { text, read: JSON.parse(text) as Limiter };
}

/** Sends a hundred requests at once that take two seconds each. Returns when each ended, and what the limiter said meanwhile. */
async function hundred(bench: Bench, server: Server): Promise<{ seconds: number[]; meanwhile: string }> {
  const requests = askTogether(server, '/plain-def?s=2', 100);
  let meanwhile = '';
  await bench.waitFor('all threads to be taken', async () => {
    const { text, read } = await limiter(bench, server);
    meanwhile = text;
    return read.borrowed + read.waiting === 100;
  });
  return { seconds: (await requests).map(({ seconds }) => seconds).toSorted((a, b) => a - b), meanwhile };
}

const wave = (seconds: readonly number[], from: number, to: number) =>
  `${`${from + 1} to ${to}`.padEnd(10)} after ${seconds[from]?.toFixed(1)} to ${seconds[to - 1]?.toFixed(1)} s`;

export const stalled: Scenario = {
  name: 'a hundred requests end in waves of forty, until there are more thread tokens',
  needs,
  async run(bench) {
    await writeApp(bench, { before: 'from fastapi import FastAPI\napp = FastAPI()', article: { 'limiter-route': {} }, after: routes });
    const forty = await serve(bench);
    const waves = await hundred(bench, forty);
    bench.capture('limiter-used-up', waves.meanwhile);
    assert.deepEqual(JSON.parse(waves.meanwhile), { total: 40, borrowed: 40, waiting: 60 });
    const { seconds } = waves;
    bench.capture('waves-of-forty', [wave(seconds, 0, 40), wave(seconds, 40, 80), wave(seconds, 80, 100)].join('\n'), {
      varies: [/[\d.]+ to [\d.]+ s/g],
    });
    bench.observes('fastapi-threadpool-stalls-at-40-requests', 'waves-of-forty');
    assert.ok((seconds[40] ?? 0) > 3 && (seconds[80] ?? 0) > 5, seconds.join(' '));
    await forty.running.stop();

    // FastAPI 0.92.0 ignores its own `lifespan` argument; setting it on the router works.
    const lifespan = ['from contextlib import asynccontextmanager\nfrom fastapi import FastAPI', 'app.router.lifespan_context = lifespan'];
    for (const [total, after] of [
      [40, ''],
      [100, lifespan[1]],
    ] as const) {
      await writeApp(bench, {
        before: lifespan[0] ?? '',
        article: { 'raise-tokens': {}, 'limiter-route': {} },
        after: `${routes}\n${after}`,
      });
      const server = await serve(bench);
      assert.equal((await limiter(bench, server)).read.total, total);
      if (total === 100) {
        const raised = await hundred(bench, server);
        assert.deepEqual(JSON.parse(raised.meanwhile), { total: 100, borrowed: 100, waiting: 0 });
        assert.ok((raised.seconds.at(-1) ?? 0) < (seconds.at(-1) ?? 0), raised.seconds.join(' '));
      }
      await server.running.stop();
    }
  },
};

export const starved: Scenario = {
  name: 'background tasks take all threads, and def routes wait while async ones answer',
  needs,
  async run(bench) {
    await writeApp(bench, { before: 'from fastapi import FastAPI\napp = FastAPI()', article: { 'limiter-route': {} }, after: routes });
    const server = await serve(bench);
    await askTogether(server, '/task-def?s=3', 60);
    const { text, read } = await limiter(bench, server);
    assert.ok(read.borrowed === 40 && read.waiting > 0, text);
    const waiting = ask(server, '/health-def');
    await sleep(100);
    const health = await ask(server, '/health');
    const plain = await waiting;
    assert.ok(plain.seconds > 1 && health.seconds < plain.seconds / 2, `${health.seconds} ${plain.seconds}`);
    bench.capture(
      'tasks-take-the-threads',
      `async def /health      ${health.seconds.toFixed(3)} s\ndef /health-def        ${plain.seconds.toFixed(3)} s`,
      {
        varies: [varying.numbers],
      },
    );
    bench.observes('fastapi-sync-background-tasks-starve-threads', 'tasks-take-the-threads');
  },
};
