/** Jobs handed to Celery, and scheduled jobs that come too late. */
import assert from 'node:assert/strict';
import { freePort, type Scenario, varying } from 'faultbook/lab';
import { ask, needs, serve, writeApp } from './server.ts';

export const queued: Scenario = {
  name: 'a queue takes a long job, and the app answers at once',
  needs: [...needs, { command: '/usr/bin/celery', package: 'celery' }, { command: 'redis-server', package: 'redis-server' }],
  onDemand: 'it needs a broker and Celery, which install many packages',
  async run(bench) {
    // Debian's celery starts the first python3 on the path.
    await bench.shim('python3', ['/usr/bin/python3']);
    const port = await freePort();
    const redis = ['redis-server', '--port', `${port}`, '--bind', '127.0.0.1', '--save', '', '--dir', bench.folder];
    await bench.start(redis, { ready: /Ready to accept connections/ });
    const body = { '    ...': '    import time\n    time.sleep(3)\n    return f"report {report_id}"', '6379': `${port}` };
    await bench.file('queue-tasks', 'tasks.py', { replace: body });
    bench.uses('Celery', /[\d.]+/.exec((await bench.exec(['celery', '--version'])).text)?.[0] ?? 'unknown');
    await writeApp(bench, {
      before: `from fastapi import FastAPI
from fastapi.concurrency import run_in_threadpool
from tasks import build_report
app = FastAPI()

@app.get("/health")
async def health():
    return {"status": "ok"}
`,
      article: { 'queue-route': {} },
    });
    const worker = await bench.startCommand('start-queue-worker', { ready: /ready\./ });
    const server = await serve(bench);
    const posted = await ask(server, '/reports/81', { method: 'POST' });
    assert.equal(posted.status, 202);
    assert.match(posted.text, /"job":"[\da-f-]{36}"/);
    const health = await ask(server, '/health');
    assert.ok(health.seconds < 1.5, `${health.seconds}`);
    await bench.waitFor('the job to end', () => /succeeded in [3-9]\.\d+s: 'report 81'/.test(worker.output()), { running: worker });
  },
};

export const missed: Scenario = {
  name: 'a scheduled job is skipped because the loop was blocked',
  onDemand: 'it would make npm test longer, and it needs one more package',
  needs: [{ command: '/usr/lib/python3/dist-packages/apscheduler', package: 'python3-apscheduler' }],
  async run(bench) {
    const program = `import asyncio, logging, time
from datetime import datetime, timedelta
from apscheduler.schedulers.asyncio import AsyncIOScheduler
logging.basicConfig()
async def tick():
    pass
async def main():
    scheduler = AsyncIOScheduler(timezone="UTC")
    scheduler.add_job(tick, "interval", seconds=10, id="tick", next_run_time=datetime.utcnow() + timedelta(seconds=1))
    scheduler.start()
    await asyncio.sleep(0)
    time.sleep(4)
    await asyncio.sleep(1)
asyncio.run(main())`;
    const { text } = await bench.exec(['/usr/bin/python3', await bench.write('scheduler.py', program)]);
    const version = ['/usr/bin/python3', '-c', 'import apscheduler; print(apscheduler.version)'];
    bench.uses('APScheduler', (await bench.exec(version)).text.trim());
    bench.capture('run-time-missed', text, { varies: [varying.time, /\d:\d\d:\d\d\.\d+/g] });
    bench.reproduces('apscheduler-run-time-missed', 'run-time-missed');
  },
};
