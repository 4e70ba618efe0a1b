/** Each fix of the article in an app, with a request to `/health` while a job runs. */
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Bench, Scenario } from 'faultbook/lab';
import { ask, askTogether, needs, serve, writeApp, type AppParts, type Server } from './server.ts';

const imports = `import asyncio, multiprocessing, time
from concurrent.futures import ProcessPoolExecutor
from contextlib import asynccontextmanager
import anyio, anyio.to_thread, httpx, requests
from fastapi import FastAPI, Request
app = FastAPI()

@app.get("/health")
async def health():
    return {"status": "ok"}
`;
const lifespan = 'app.router.lifespan_context = lifespan';

/** Starts a service that answers after some seconds. Returns its URL. */
async function upstream(bench: Bench, seconds: number): Promise<string> {
  const server = createServer((_, response) => {
    setTimeout(() => response.setHeader('content-type', 'application/json').end('{"orders":3}'), seconds * 1_000);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  bench.afterwards(() => new Promise((resolve) => server.close(resolve).closeAllConnections() ?? resolve(undefined)));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/orders`;
}

/** Serves an app, and requests `/health` while another route is busy. */
async function beside(
  bench: Bench,
  parts: AppParts,
  route: string,
): Promise<{ job: string; seconds: number; health: number; server: Server }> {
  await writeApp(bench, { ...parts, before: `${imports}${parts.before ?? ''}` });
  const server = await serve(bench);
  await ask(server, '/health');
  const job = ask(server, route);
  await sleep(300);
  const health = await ask(server, '/health');
  const { text, seconds } = await job;
  return { job: text, seconds, health: health.seconds, server };
}

export const freed: Scenario = {
  name: 'a plain def, an async client and a thread keep the loop free',
  needs: [...needs, { command: '/usr/lib/python3/dist-packages/httpx', package: 'python3-httpx' }],
  async run(bench) {
    const url = `url = "${await upstream(bench, 2)}"\n`;
    const head = 'async def report():\ndef report():';
    const before = await beside(
      bench,
      { before: url, article: { 'plain-endpoint': { replace: { [head]: 'async def report():' } } } },
      '/report',
    );
    assert.equal(before.job, '{"orders":3}');
    assert.ok(before.health > 1, `${before.health}`);
    await before.server.running.stop();
    const cures: (readonly [AppParts, string])[] = [
      [{ before: url, article: { 'plain-endpoint': { replace: { [head]: 'def report():' } } } }, '/report'],
      [{ before: url, article: { 'async-client': {} }, after: lifespan }, '/proxy'],
      [
        {
          before: 'def fetch_rows(query):\n    time.sleep(2)\n    return query\n\nquery = "SELECT 1"\n',
          article: { 'one-call': { replace: inRoute('rows = ') } },
        },
        '/rows',
      ],
    ];
    for (const [parts, route] of cures) {
      const { seconds, health, server } = await beside(bench, parts, route);
      assert.ok(seconds > 1.9 && health < 1, `${route}: ${seconds} ${health}`);
      await server.running.stop();
    }
  },
};

/** Returns the replacement that puts a single line of the article into a route. */
function inRoute(line: string): Record<string, string> {
  return { [line]: `\n@app.get("/rows")\nasync def read():\n    ${line}` };
}

export const limited: Scenario = {
  name: 'a limit of its own lets four calls run at a time',
  onDemand: 'it would make npm test longer; the scenario before it moves calls to threads too',
  needs: [...needs, { command: '/usr/lib/python3/dist-packages/httpx', package: 'python3-httpx' }],
  async run(bench) {
    const parts: AppParts = {
      before: 'def predict(image):\n    time.sleep(2)\n    return image\n\nimage = "cat"\n\n@asynccontextmanager\nasync def lifespan(app):',
      article: {
        'own-limit': {
          replace: {
            'app.state.gpu = ': '    app.state.gpu = ',
            'result = ': `    yield\n\n@app.get("/predict")\nasync def route(request: Request):\n    result = `,
          },
        },
      },
      after: lifespan,
    };
    await writeApp(bench, { ...parts, before: `${imports}${parts.before ?? ''}` });
    const server = await serve(bench);
    const calls = askTogether(server, '/predict', 8);
    await sleep(500);
    const health = await ask(server, '/health');
    const seconds = (await calls).map((call) => call.seconds).toSorted((a, b) => a - b);
    assert.ok((seconds[3] ?? 9) < 3.5 && (seconds[4] ?? 0) > 3.5 && health.seconds < 1.5, `${seconds.join(' ')} ${health.seconds}`);
  },
};

export const computed: Scenario = {
  name: 'a process pool computes while the loop answers',
  onDemand: 'it computes for many seconds; the first scenario has a process pool too',
  needs: [...needs, { command: '/usr/lib/python3/dist-packages/httpx', package: 'python3-httpx' }],
  async run(bench) {
    const compute = 'def build_report(n: int) -> int:\n    return sum(i * i for i in range(n))\n\n';
    const inPool = await beside(bench, { before: compute, article: { 'process-pool': {} }, after: lifespan }, '/report?n=25000000');
    assert.ok(inPool.seconds > 1 && inPool.health < 0.5 * inPool.seconds, `${inPool.seconds} ${inPool.health}`);
    await inPool.server.running.stop();
    const onLoop = await beside(
      bench,
      { before: `${compute}@app.get("/report")\nasync def report(n: int):\n    return build_report(n)\n` },
      '/report?n=25000000',
    );
    assert.equal(onLoop.job, inPool.job);
    assert.ok(onLoop.health > 0.5 * (onLoop.seconds - 0.3), `${onLoop.seconds} ${onLoop.health}`);
  },
};

export const selfCalling: Scenario = {
  name: 'an app that sends a request to itself times out, until it calls the function',
  needs,
  async run(bench) {
    const stats = `import requests
from fastapi import FastAPI
app = FastAPI()

async def load_stats():
    return {"orders": 3}

@app.get("/stats")
async def stats():
    return await load_stats()
`;
    const call = 'requests.get("http://127.0.0.1:8000/stats").json()';
    const own = '    return await load_stats()';
    const both = `    return ${call}\n${own}`;
    await writeApp(bench, { before: stats, article: { 'call-the-function': { replace: { [both]: own } } } });
    const fixed = await serve(bench);
    assert.equal((await ask(fixed, '/summary')).text, '{"orders":3}');
    const requests = () => fixed.running.output().match(/"GET [^"]*"/g) ?? [];
    await bench.waitFor('the access log', () => requests().length > 0);
    assert.deepEqual(requests(), ['"GET /summary HTTP/1.1"']);
    await fixed.running.stop();

    // The port is not known before the server starts, so the app reads it from its own arguments.
    const asking = `    import sys\n    return requests.get(f"http://127.0.0.1:{sys.argv[sys.argv.index('--port') + 1]}/stats", timeout=2).json()`;
    await writeApp(bench, { before: stats, article: { 'call-the-function': { replace: { [both]: asking } } } });
    const server = await serve(bench);
    assert.equal((await ask(server, '/summary')).status, 500);
    await bench.waitFor('the inner request', () => /"GET \/stats HTTP\/1.1" 200/.test(server.running.output()));
    const text = server.running.output();
    const shown = text.split('\n').filter((line) => /^requests\.exceptions|^INFO: .*"GET/.test(line));
    assert.match(shown.join('\n'), /"GET \/summary[^\n]* 500[\s\S]*ReadTimeout[\s\S]*"GET \/stats[^\n]* 200/);
    bench.capture('app-asks-itself', shown.join('\n'), {
      replace: [[new RegExp(`port=${server.port}`, 'g'), 'port=8000']],
      varies: [/127\.0\.0\.1:\d+/g],
    });
    bench.observes('fastapi-app-calls-itself-and-hangs', 'app-asks-itself');
  },
};
