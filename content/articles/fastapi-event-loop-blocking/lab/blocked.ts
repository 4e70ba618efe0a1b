/** How long a blocked loop keeps others waiting, the checks that show it, and what more workers change. */
import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Bench, type Scenario, varying } from 'faultbook/lab';
import { ask, labApp, needs, serve, serveBy, type Server } from './server.ts';

/** Jobs that run beside `/health`, and whether they block the loop. */
const jobs: readonly (readonly [what: string, route: string, blocks: boolean])[] = [
  ['async def with time.sleep(3)', '/blocking', true],
  ['async def background task with time.sleep(3)', '/task-async', true],
  ['async def that computes', '/cpu-async', true],
  ['async def that returns 150,000 rows as JSON', '/json', true],
  ['the same computation in a process pool', '/cpu-pool', false],
  ['plain def with time.sleep(3)', '/plain-def', false],
  ['plain def background task with time.sleep(3)', '/task-def', false],
  ['await run_in_threadpool(time.sleep, 3)', '/threadpool', false],
  ['await asyncio.sleep(3)', '/awaited', false],
];

/** Returns how long `/health` takes just after a job has started. Fails unless it waits for jobs that block, and only for those. */
async function healthBeside(server: Server, route: string, blocks: boolean): Promise<{ seconds: number; job: Promise<unknown> }> {
  const job = ask(server, route);
  await sleep(300);
  const { seconds } = await ask(server, '/health');
  // A computation takes as long as the machine needs. A sleep takes three seconds, also as a task that follows its answer.
  const rest = (/cpu|json/.test(route) ? (await job).seconds : 3) - 0.3;
  assert.equal(seconds > 0.5 * rest, blocks, `${route}: /health took ${seconds} s, the job had ${rest} s left`);
  return { seconds, job };
}

/** Runs the article's check while a route is busy. */
async function askedWhile(bench: Bench, server: Server, route: string): Promise<{ text: string; firstByte: number; connect: number }> {
  const job = ask(server, route);
  await sleep(300);
  const { text } = await bench.run('ask-health', { values: { address: server.address } });
  await job;
  const [, connect = '', firstByte = ''] = /connect ([\d.]+)s {2}first byte ([\d.]+)s {2}status 200/.exec(text) ?? [];
  return { text, firstByte: Number(firstByte), connect: Number(connect) };
}

export const measured: Scenario = {
  name: 'a job on the loop keeps /health waiting, and one off the loop does not',
  needs,
  async run(bench) {
    await labApp(bench, 'jobs.py');
    const server = await serve(bench);
    const lines: string[] = [];
    const free: Promise<unknown>[] = [];
    for (const [what, route, blocks] of jobs) {
      const { seconds, job } = await healthBeside(server, route, blocks);
      if (blocks) await job;
      else free.push(job);
      lines.push(`${what.padEnd(46)}${seconds.toFixed(3)} s`);
    }
    await Promise.all(free);
    bench.capture('health-beside-jobs', lines.join('\n'), { varies: [/[\d.]+ s$/gm] });
    bench.observes('fastapi-async-endpoint-blocks-all-requests', 'health-beside-jobs');
    bench.observes('fastapi-background-task-blocks-requests', 'health-beside-jobs');
  },
};

export const checked: Scenario = {
  name: 'the loop is stuck: quick connect, late first byte, unaccepted connections, failed health checks',
  needs: [...needs, { command: 'ss', package: 'iproute2' }],
  async run(bench) {
    await labApp(bench, 'jobs.py');
    const server = await serve(bench);
    const stuck = await askedWhile(bench, server, '/blocking?s=4');
    bench.capture('health-of-a-stuck-loop', stuck.text, { varies: [varying.numbers] });
    assert.ok(stuck.firstByte > 2 && stuck.connect < 1, stuck.text);
    const free = await askedWhile(bench, server, '/plain-def?s=4');
    assert.ok(free.firstByte < 2, free.text);

    const job = ask(server, '/blocking?s=5');
    await sleep(300);
    // A kubelet's defaults: a probe times out after one second, and three failures count.
    const probe = ['curl', '-sS', '-m', '1', `http://${server.address}/health`];
    const failed = [await bench.exec(probe, { code: 28 }), await bench.exec(probe, { code: 28 }), await bench.exec(probe, { code: 28 })];
    const unaccepted = await bench.run('count-unaccepted', { values: { port: `${server.port}` } });
    bench.capture('probes-time-out', failed.map(({ text }) => text).join(''), { varies: [varying.numbers] });
    bench.capture('unaccepted-connections', unaccepted.text, { replace: [[`:${server.port}`, ':8000']], varies: [varying.numbers] });
    bench.observes('fastapi-health-check-times-out', 'probes-time-out');
    assert.ok(Number(/LISTEN\s+(\d+)/.exec(unaccepted.text)?.[1]) > 0, unaccepted.text);
    await job;
    const polled = await bench.run('poll-health', { values: { address: server.address }, replace: { 'seq 30': 'seq 2' } });
    assert.match(polled.text, /^(200 [\d.]+\n){2}$/);
  },
};

export const serialised: Scenario = {
  name: 'four requests at once take turns on the loop, and overlap in threads',
  needs,
  async run(bench) {
    await labApp(bench, 'jobs.py');
    const { address } = await serve(bench);
    const four = async (route: string): Promise<{ text: string; last: number }> => {
      const { text } = await bench.run('four-at-once', { values: { url: `http://${address}${route}` } });
      return { text, last: Math.max(...[...text.matchAll(/ ([\d.]+)s/g)].map(([, seconds]) => Number(seconds))) };
    };
    const turns = await four('/blocking?s=1');
    bench.capture('four-take-turns', turns.text, { varies: [varying.numbers] });
    bench.observes('fastapi-async-endpoint-blocks-all-requests', 'four-take-turns');
    const overlap = await four('/plain-def?s=1');
    assert.ok(turns.last > 3 && overlap.last < 2.5, `${turns.text}\n${overlap.text}`);
    const sum = await ask({ address }, '/gather?blocking=true');
    const most = await ask({ address }, '/gather?blocking=false');
    bench.capture('gathered', `with time.sleep(1): ${sum.text}\nwith await asyncio.to_thread(time.sleep, 1): ${most.text}`, {
      varies: [/[\d.]+(?=\})/g],
    });
    bench.observes('asyncio-gather-runs-one-after-another', 'gathered');
    assert.ok(/[\d.]+/.test(sum.text) && sum.seconds >= 3 && most.seconds < 2.5, `${sum.text} ${most.text}`);
  },
};

export const workers: Scenario = {
  name: 'with more workers a free one answers',
  needs,
  async run(bench) {
    await labApp(bench, 'jobs.py');
    const server = await serveBy(bench, 'start-four-workers');
    await bench.waitFor('four workers', () => (server.running.output().match(/startup complete/g) ?? []).length === 4);
    const job = ask(server, '/blocking?s=5');
    await sleep(500);
    const waits: number[] = [];
    for (let asked = 0; asked < 6; asked += 1) waits.push((await ask(server, '/health')).seconds);
    assert.ok(Math.max(...waits) < 3, waits.join(' '));
    await job;
  },
};
