/** Limits of running containers: read, raised, lowered, watched. */
import assert from 'node:assert/strict';
import { totalmem } from 'node:os';
import type { Bench, Scenario } from 'faultbook/lab';
import { buildImage, onDocker, startDocker } from './engine.ts';
import { limited, stateOf, varies } from './kills.ts';

const mebibytes = (count: number) => `${count * 2 ** 20}`;

/** Starts a container that allocates some MiB and sleeps. */
async function holding(bench: Bench, container: string, size: number, options: readonly string[]): Promise<void> {
  const program = `b = bytearray(${size} << 20)\nprint("holds", flush=True)\nimport time; time.sleep(600)`;
  await bench.exec(['docker', 'run', '--detach', '--name', container, ...options, 'python:lab', 'python3', '-c', program]);
  await bench.waitFor(`${container} to hold ${size} MiB`, async () => /holds/.test((await bench.exec(['docker', 'logs', container])).text));
}

/** Lowers a limit below what is in use: cgroup v1 refuses that, v2 kills the process. */
async function lowerTooFar(bench: Bench, container: string): Promise<void> {
  const lowered = await bench.run('raise-limit', { values: { size: '32m', container }, code: 'any' });
  const { text: version } = await bench.exec(['docker', 'info', '--format', '{{.CgroupVersion}}']);
  if (version.trim() === '1') assert.match(lowered.text, /unable to set memory limit/);
  else await bench.waitFor('the kill', async () => (await stateOf(bench, container)).startsWith('137'));
}

export const limits: Scenario[] = [
  {
    name: 'a limit is raised and lowered while the container runs',
    ...onDocker,
    async run(bench) {
      await startDocker(bench);
      const values = { container: 'rag-api' };
      await holding(bench, 'rag-api', 45, limited);
      const half = await bench.exec(['docker', 'update', '--memory', '128m', 'rag-api'], { code: 'any' });
      assert.match(half.text, /Memory limit should be smaller than already set memoryswap limit/);
      bench.capture('limit-raised', (await bench.run('raise-limit', { values: { ...values, size: '128m' } })).text);
      bench.capture('limit-now', (await bench.run('limit-now', { values })).text);
      assert.equal((await bench.run('limit-now', { values })).text, `${mebibytes(128)} ${mebibytes(128)} restarts=0\n`);

      const files = (await bench.run('memory-files', { values })).text;
      assert.match(files, new RegExp(`(memory.max|limit_in_bytes):${mebibytes(128)}`));
      bench.capture('memory-files', files, { varies: [/\d{5,}/g] });
      assert.match((await bench.run('peak-below-limit', { values })).text, /oom_kill 0/);
      await bench.run('raise-limit', { values: { ...values, size: '64m' } });
      assert.match((await bench.run('limit-now', { values })).text, new RegExp(`^${mebibytes(64)} `));
      await lowerTooFar(bench, 'rag-api');
    },
  },
  {
    name: 'page cache at the limit kills nobody',
    ...onDocker,
    async run(bench) {
      await startDocker(bench);
      const limit = ['--memory', '200m', '--memory-swap', '200m'];
      const reading = 'dd if=/dev/zero of=/f bs=1M count=400 2>&1; dd if=/f of=/dev/null bs=1M 2>&1; echo read; sleep 600';
      await bench.exec(['docker', 'run', '--detach', '--name', 'reader', ...limit, 'python:lab', 'sh', '-c', reading]);
      await bench.waitFor('the file to be read', async () => /^read$/m.test((await bench.exec(['docker', 'logs', 'reader'])).text), {
        seconds: 60,
      });
      const { text } = await bench.run('memory-files', { values: { container: 'reader' } });
      assert.match(text, /oom_kill 0/);
      const used = Number(/(?:usage_in_bytes|current):(\d+)/.exec(text)?.[1]) / 2 ** 20;
      assert.ok(used > 150, `the page cache fills the limit: ${used} MiB`);
    },
  },
  {
    name: 'every container gets a limit, and kills are reported',
    ...onDocker,
    async run(bench) {
      await startDocker(bench);
      for (const label of ['memory-of-docker', 'memory-afterwards'])
        assert.equal(Number((await bench.run(label)).text), totalmem(), 'Docker has the memory of the machine');
      bench.capture('docker-memory', (await bench.run('memory-of-docker')).text, { varies });
      await holding(bench, 'free', 1, []);
      assert.match((await bench.run('list-limits')).text, /^\/free 0$/m);
      await bench.run('cap-container', { values: { container: 'free' } });
      assert.equal((await bench.run('list-limits')).text, `/free ${mebibytes(2048)}\n`);

      const follower = bench.run('follow-events', { until: 15 });
      const killed = async () =>
        assert.equal((await bench.run('kill-on-purpose', { values: { image: 'python:lab' }, code: 137 })).code, 137);
      await killed();
      await killed();
      const { text } = await follower;
      assert.match(text, /^\d+ \w+ was out of memory$/m);
    },
  },
  {
    name: 'a pipeline loads the model under a limit',
    ...onDocker,
    async run(bench) {
      await startDocker(bench);
      const peak = await bench.file('peak-py', 'builds/rag-api-42/app/peak.py');
      assert.ok(peak);
      const program = 'def load_model():\n    global weights\n    weights = bytearray(100 << 20)\n\ndef warm_up():\n    weights[0]';
      await buildImage(bench, 'rag-api:42', { 'app.py': program });
      const measured = await bench.exec([
        'docker',
        'run',
        '--rm',
        'rag-api:42',
        'python3',
        '-c',
        'import app; app.load_model(); import peak',
      ]);
      const size = Number(/peak RSS MiB: (\d+)/.exec(measured.text)?.[1]);
      assert.ok(size > 100 && size < 130, `the peak is measured: ${size} MiB`);
      const values = { image: 'rag-api:42' };
      await bench.run('load-in-pipeline', { values });
      await bench.run('load-in-pipeline', { values, replace: { '-m 6g --memory-swap 6g': '-m 64m --memory-swap 64m' }, code: 137 });
    },
  },
];
