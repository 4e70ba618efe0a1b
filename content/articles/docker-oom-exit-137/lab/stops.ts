/** Exit code 137 without the OOM killer: stops that were ignored, and signals from outside. */
import assert from 'node:assert/strict';
import type { Scenario } from 'faultbook/lab';
import { onDocker, startDocker } from './engine.ts';
import { eventsOf, stateOf, varies } from './kills.ts';

const sleeper = ['python:lab', 'python3', '-c', 'import time; time.sleep(600)'];

export const stops: Scenario[] = [
  {
    name: 'a stop that is ignored ends with SIGKILL',
    ...onDocker,
    async run(bench) {
      await startDocker(bench);
      await bench.exec(['docker', 'run', '--detach', '--name', 'web', '--stop-timeout', '2', ...sleeper]);
      assert.match((await bench.run('time-stop', { values: { container: 'web' } })).text, /real\s+0m0*[2-9]/);
      bench.capture('stopped-state', await stateOf(bench, 'web'));
      bench.reproduces('docker-exit-137-oomkilled-false', 'stopped-state');
      const stopped = await eventsOf(bench, 'web');
      assert.deepEqual(stopped.kinds, ['kill signal=15', 'kill signal=9', 'die']);
      bench.capture('stop-events', stopped.lines, { varies });

      await bench.exec(['docker', 'run', '--detach', '--name', 'outside', ...sleeper]);
      const { text: pid } = await bench.exec(['docker', 'inspect', '--format', '{{.State.Pid}}', 'outside']);
      process.kill(Number(pid), 'SIGKILL');
      await bench.exec(['docker', 'wait', 'outside']);
      assert.equal(await stateOf(bench, 'outside'), '137 OOMKilled=false');
      assert.deepEqual((await eventsOf(bench, 'outside')).kinds, ['die']);

      await bench.exec(['docker', 'run', '--detach', '--init', '--name', 'obedient', '--stop-timeout', '50', ...sleeper]);
      assert.match((await bench.run('time-stop', { values: { container: 'obedient' } })).text, /real\s+0m[0-4]?\d\./);
      assert.equal(await stateOf(bench, 'obedient'), '143 OOMKilled=false');
    },
  },
];
