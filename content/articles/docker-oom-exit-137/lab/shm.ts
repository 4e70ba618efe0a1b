/** Shared memory that is too small ends in bus errors, until /dev/shm is made larger. */
import assert from 'node:assert/strict';
import type { Scenario } from 'faultbook/lab';
import { onDocker, startDocker } from './engine.ts';
import { ages, hasEnded, kernelLines, varies } from './kills.ts';

/** Maps 100 MiB of shared memory and writes to all of it. */
const share = `import mmap, os
f = os.open("/dev/shm/frames", os.O_CREAT | os.O_RDWR)
os.ftruncate(f, 100 << 20)
m = mmap.mmap(f, 100 << 20)
m.write(b"x" * (100 << 20))`;

export const sharedMemory: Scenario[] = [
  {
    name: 'shared memory of 64 MiB ends in a bus error',
    ...onDocker,
    async run(bench) {
      await startDocker(bench);
      const run = ['docker', 'run', '--name'];
      await bench.exec([...run, 'trainer', 'python:lab', 'python3', '-c', share], { code: 135 });
      await hasEnded(bench, 'trainer', '135 OOMKilled=false');
      bench.capture('bus-error-list', (await bench.exec(['docker', 'ps', '--all'])).text, { varies: [...ages, ...varies] });
      bench.reproduces('docker-bus-error-exit-135', 'bus-error-list');

      await bench.exec([...run, 'enough', '--shm-size=1g', 'python:lab', 'python3', '-c', share]);
      // Files in /dev/shm count towards the memory limit.
      const limit = ['--shm-size=256m', '--memory', '80m', '--memory-swap', '80m'];
      await bench.exec([...run, 'counted', ...limit, 'python:lab', 'dd', 'if=/dev/zero', 'of=/dev/shm/f', 'bs=1M', 'count=150'], {
        code: 137,
      });
      // The kernel's log is asked, since on a busy machine Docker once took more than half a minute to set OOMKilled.
      assert.match(await kernelLines(bench, 'counted'), /^.*\bdd invoked oom-killer/);
    },
  },
  {
    name: 'shared memory is made larger',
    ...onDocker,
    async run(bench) {
      await startDocker(bench);
      const values = { container: 'trainer' };
      await bench.exec(['docker', 'run', '--detach', '--name', 'trainer', 'python:lab', 'sleep', '600']);
      bench.capture('shm-default', (await bench.run('shm-size', { values })).text);
      await bench.run('grow-shm', { values });
      bench.capture('shm-grown', (await bench.run('shm-grown', { values })).text);
      assert.match((await bench.run('shm-grown', { values })).text, /^shm +1\.0G/m);

      const undo = { values, replace: { 'size=1g': 'size=64m' }, code: 'any' } as const;
      await bench.exec(['docker', 'exec', 'trainer', 'dd', 'if=/dev/zero', 'of=/dev/shm/f', 'bs=1M', 'count=100']);
      assert.notEqual((await bench.run('grow-shm', undo)).code, 0);
      await bench.exec(['docker', 'exec', 'trainer', 'rm', '/dev/shm/f']);
      assert.equal((await bench.run('grow-shm', undo)).code, 0);
      assert.match((await bench.run('shm-size', { values })).text, /^shm +64M/m);

      bench.capture('shm-from-start', (await bench.run('run-with-shm', { values: { image: 'python:lab' } })).text);
      assert.match((await bench.run('run-with-shm', { values: { image: 'python:lab' } })).text, /^shm +1\.0G/m);
    },
  },
];
