/** Gunicorn and Celery: a worker is killed, and the container stays up. */
import assert from 'node:assert/strict';
import type { Bench, Scenario } from 'faultbook/lab';
import { buildImage, inContainer, onDocker, startDocker } from './engine.ts';
import { hasEnded, varies } from './kills.ts';

const limit = ['--memory', '250m', '--memory-swap', '250m'];
/** An app that answers at once, and keeps another 300 MiB for each request to /eat. */
const hungry = `kept = []

def app(environ, start_response):
    if environ["PATH_INFO"] == "/eat":
        kept.append(bytearray(300 << 20))
    start_response("200 OK", [])
    return [b"ok"]`;
/** An app with 150 MiB of data, which each request reads. */
const model = `weights = b"x" * (150 << 20)

def app(environ, start_response):
    start_response("200 OK", [])
    return [b"%d" % weights.count(b"y")]`;

const logsOf = async (bench: Bench, container: string) => (await bench.exec(['docker', 'logs', container])).text;

/** Sends a request to the service in a container, from inside the container. */
const request = (bench: Bench, container: string, path: string) =>
  bench.exec(
    ['docker', 'exec', container, 'python3', '-c', `import urllib.request as u; print(u.urlopen("http://127.0.0.1:8000${path}").read())`],
    {
      code: 'any',
    },
  );

const booted = (bench: Bench, container: string, workers: number) =>
  bench.waitFor(
    `${workers} workers`,
    async () => [...(await logsOf(bench, container)).matchAll(/Booting worker with pid/g)].length === workers,
    { seconds: 60 },
  );

/** Returns how many MiB a container uses once each worker has served requests. */
async function usedBy(bench: Bench, container: string): Promise<number> {
  for (let count = 0; count < 12; count++) await request(bench, container, '/');
  const { text } = await bench.run('memory-files', { values: { container } });
  return Number(/(?:usage_in_bytes|current):(\d+)/.exec(text)?.[1]) / 2 ** 20;
}

export const workers: Scenario[] = [
  {
    name: 'Gunicorn replaces a worker that was killed',
    ...onDocker,
    async run(bench) {
      await startDocker(bench);
      bench.uses('Gunicorn', /version ([\d.]+)/.exec(await inContainer(bench, ['gunicorn', '--version']))?.[1] ?? 'unknown');
      await buildImage(bench, 'rag-api:41', { 'app.py': hungry });
      const start = ['docker', 'run', '--detach', '--name', 'api', ...limit, 'rag-api:41'];
      await bench.exec([...start, 'gunicorn', '-w', '2', '-b', '0.0.0.0:8000', 'app:app']);
      await booted(bench, 'api', 2);
      await request(bench, 'api', '/eat');
      await booted(bench, 'api', 3);
      const lines = (await logsOf(bench, 'api')).split('\n');
      const from = lines.findIndex((line) => /signal 9|SIGKILL/.test(line));
      bench.capture('gunicorn-worker-killed', lines.slice(from, from + 2).join('\n'), { varies });
      bench.reproduces('gunicorn-worker-sigkill-out-of-memory', 'gunicorn-worker-killed');
      const { text: status } = await bench.exec(['docker', 'inspect', '--format', '{{.State.Status}}', 'api']);
      assert.equal(status, 'running\n');
      const isReported = async () => /container oom .*name=api/.test((await bench.run('recent-events')).text);
      await bench.waitFor('the event', isReported);
      // Docker 20.10 sets the flag when the container ends; newer releases set it at once.
      await bench.run('time-stop', { values: { container: 'api' } });
      await hasEnded(bench, 'api', '0 OOMKilled=true');
    },
  },
  {
    name: 'Gunicorn workers share what was loaded before the fork',
    ...onDocker,
    async run(bench) {
      await startDocker(bench);
      bench.uses('Gunicorn', /version ([\d.]+)/.exec(await inContainer(bench, ['gunicorn', '--version']))?.[1] ?? 'unknown');
      await buildImage(bench, 'rag-api:42', { 'app.py': model });
      const start = (name: string) => ['docker', 'run', '--detach', '--name', name, 'rag-api:42', 'gunicorn'];
      await bench.exec([...start('copies'), '-w', '4', '-b', '0.0.0.0:8000', 'app:app']);
      await booted(bench, 'copies', 4);
      const copies = await usedBy(bench, 'copies');
      await bench.shim('gunicorn', start('shared'));
      await bench.run('preload');
      await booted(bench, 'shared', 4);
      const shared = await usedBy(bench, 'shared');
      bench.capture('preload-saves', `4 workers: ${Math.round(copies)} MiB\n4 workers, --preload: ${Math.round(shared)} MiB`, { varies });
      assert.ok(copies > 600 && shared < 260, `${copies} MiB without, ${shared} MiB with --preload`);

      const one = ['docker', 'run', '--detach', '--name', 'one', '--env', 'WEB_CONCURRENCY=1', 'rag-api:42', 'gunicorn', 'app:app'];
      await bench.exec(one);
      await booted(bench, 'one', 1);
    },
  },
  {
    name: 'a Celery child is killed, and the pool is made smaller',
    ...onDocker,
    seconds: 240,
    async run(bench) {
      await startDocker(bench);
      bench.uses('Celery', /^([\d.]+)/.exec(await inContainer(bench, ['celery', '--version']))?.[1] ?? 'unknown');
      await bench.file('celeryconfig', 'builds/worker/app/celeryconfig.py');
      const tasks = `from celery import Celery
app = Celery("tasks", broker="redis://127.0.0.1:6379/0", backend="redis://127.0.0.1:6379/1")
app.config_from_object("celeryconfig")

@app.task
def embed():
    b = bytearray(400 << 20)`;
      await buildImage(bench, 'worker', { 'tasks.py': tasks });
      const service = 'redis-server --save "" --daemonize yes && exec celery -A tasks worker -c 4 -l info';
      await bench.exec(['docker', 'run', '--detach', '--name', 'worker', ...limit, 'worker', 'sh', '-c', service]);
      const logged = (what: RegExp) =>
        bench.waitFor(`the worker to log ${what.source}`, async () => what.test(await logsOf(bench, 'worker')), { seconds: 60 });
      await logged(/ready\./);
      await bench.shim('celery', ['docker', 'exec', 'worker', 'celery']);

      await bench.exec(['celery', '-A', 'tasks', 'call', 'tasks.embed']);
      await logged(/WorkerLostError/);
      const lines = (await logsOf(bench, 'worker')).split('\n').filter((line) => /ERROR\/MainProcess/.test(line));
      bench.capture('celery-child-killed', lines.join('\n'), { varies });
      bench.reproduces('celery-worker-lost-signal-9', 'celery-child-killed');

      const size = async () => {
        const { text } = await bench.exec(['celery', '-A', 'tasks', 'inspect', 'stats', '--json']);
        return /"processes": \[([\d, ]*)\]/.exec(text)?.[1]?.split(',').length;
      };
      const values = { module: 'tasks' };
      bench.capture('pool-shrunk', (await bench.run('shrink-pool', { values })).text, { varies });
      await bench.waitFor('one child to be left', async () => (await size()) === 1, { seconds: 60 });
      await bench.run('grow-pool', { values });
      await bench.waitFor('four children', async () => (await size()) === 4, { seconds: 60 });
    },
  },
];
