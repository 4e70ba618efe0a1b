/** How to find the line that blocks: stacks on a signal, asyncio's debug mode, a watch on the loop, and `top`. */
import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Bench, type CaptureRules, type Scenario, varying } from 'faultbook/lab';
import { ask, labApp, needs, serve, serveBy, writeApp } from './server.ts';

const report = `
import time

@app.get("/report")
async def report(s: float = 3):
    time.sleep(s)
    return {"slept": s}
`;
const lifespanImports =
  'import asyncio, faulthandler, logging, time\nfrom contextlib import asynccontextmanager\nfrom fastapi import FastAPI';
const withLifespan = `app = FastAPI()\napp.router.lifespan_context = lifespan\n${report}`;

/** Rules for tracebacks: the folder of the scenario is not shown, addresses and times vary. */
export const traces = (bench: Bench): CaptureRules => ({
  replace: [[`${bench.folder}/`, '']],
  varies: [/0x[\da-f]+/g, /"127\.0\.0\.1:\d+|127\.0\.0\.1:\d+/g, varying.numbers],
});

export const dumped: Scenario = {
  name: 'a signal writes the stack of a blocked loop',
  needs,
  async run(bench) {
    await writeApp(bench, {
      before: 'from fastapi import FastAPI\napp = FastAPI()',
      article: { 'faulthandler-signal': {} },
      after: report,
    });
    const server = await serve(bench);
    const job = ask(server, '/report?s=2');
    await sleep(1_000);
    await bench.run('dump-by-signal', { values: { pid: `${server.running.pid}` } });
    await job;
    const stack = server.running.output();
    assert.match(stack, /most recent call first\):\n {2}File ".*main\.py", line \d+ in report\n/);
    await server.running.stop();

    await labApp(bench, 'jobs.py');
    const without = await serve(bench);
    await bench.run('dump-by-signal', { values: { pid: `${without.running.pid}` } });
    assert.equal(await without.running.ended, 'SIGUSR2');
  },
};

const slow = /^(?:WARNING:asyncio:)?Executing .*$/m;

export const debugged: Scenario = {
  name: 'debug mode of asyncio names what took long',
  needs,
  async run(bench) {
    await writeApp(bench, { before: lifespanImports, article: { 'debug-lifespan': {} }, after: withLifespan });
    const inside = await serve(bench, ['--loop', 'asyncio']);
    await ask(inside, '/report?s=1');
    await bench.waitFor('the slow task', () => slow.test(inside.running.output()));
    const [task = ''] = slow.exec(inside.running.output()) ?? [];
    bench.capture('slow-task', task, traces(bench));
    bench.reproduces('asyncio-executing-took-seconds', 'slow-task');
    await inside.running.stop();

    const outside = await serveBy(bench, 'debug-by-environment');
    await ask(outside, '/report?s=1');
    await bench.waitFor('the slow task', () => slow.test(outside.running.output()));

    const program = `import asyncio, time
async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(time.sleep, 0.5)
    loop.call_later(0.01, time.sleep, 0.5)
    await asyncio.sleep(0.1)
asyncio.run(main(), debug=True)`;
    const { text } = await bench.exec(['/usr/bin/python3', await bench.write('callbacks.py', program)]);
    assert.match(text, /^Executing <Handle sleep\(0\.5\).* took \d/m);
    assert.match(text, /^Executing <TimerHandle .* took \d/m);
    const lines = text
      .split('\n')
      .filter((line) => /^Executing <(Handle|TimerHandle)/.test(line))
      .slice(0, 2);
    bench.capture('slow-callbacks', lines.join('\n'), traces(bench));
    bench.reproduces('asyncio-executing-took-seconds', 'slow-callbacks');
  },
};

export const watched: Scenario = {
  name: 'a watch on the loop writes the stack during the stall and the lag after it',
  needs,
  async run(bench) {
    await writeApp(bench, { before: lifespanImports, article: { 'watch-loop': {} }, after: withLifespan });
    const server = await serve(bench, ['--no-access-log']);
    await ask(server, '/report?s=4');
    const output = server.running.output;
    await bench.waitFor('the lag', () => /event loop lag/.test(output()));
    const text = output();
    assert.ok(text.indexOf('Timeout (0:00:02') < text.indexOf('event loop lag'), text);
    assert.match(text, /line \d+ in report\n/);
    assert.ok(Number(/event loop lag ([\d.]+) s/.exec(text)?.[1]) > 1, text);
    const shown = text
      .slice(text.indexOf('Timeout ('))
      .split('\n')
      .filter((line) => /^(Timeout|Thread|WARNING)|in (report|run_endpoint_function)$/.test(line));
    bench.capture('stack-and-lag', shown.join('\n'), traces(bench));
  },
};

export const computing: Scenario = {
  name: 'top shows a worker that computes, and one that waits',
  needs: [...needs, { command: 'top', package: 'procps' }],
  async run(bench) {
    await labApp(bench, 'jobs.py');
    const server = await serve(bench);
    const values = { pid: `${server.running.pid}` };
    const state = (text: string) => new RegExp(`^ *${values.pid} .* ([RSD]) +([\\d.]+) `, 'm').exec(text);
    const waiting = ask(server, '/blocking?s=3');
    await sleep(500);
    const asleep = await bench.run('ask-top', { values });
    assert.equal(state(asleep.text)?.[1], 'S', asleep.text);
    await waiting;

    const job = ask(server, '/cpu-async?n=60000000');
    let busy = '';
    await bench.waitFor('top to show the computation', async () => {
      busy = (await bench.run('ask-top', { values })).text;
      return state(busy)?.[1] === 'R';
    });
    const health = await ask(server, '/health');
    await job;
    assert.ok(health.seconds > 0.3, `${health.seconds}`);
    bench.capture(
      'top-of-a-worker',
      busy
        .split('\n')
        .filter((line) => /^ *PID|uvicorn/.test(line))
        .join('\n'),
      {
        varies: [/^.*\broot\b.*$/gm, /^ *\d+ .*$/gm],
      },
    );
    bench.observes('python-one-core-busy-others-idle', 'top-of-a-worker');
  },
};
