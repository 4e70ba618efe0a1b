/** A worker that a cgroup limits to a tenth of a core. */
import assert from 'node:assert/strict';
import { access, constants, mkdir, readFile, rmdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Scenario, varying } from 'faultbook/lab';

/** The hierarchy of the CPU controller of cgroup v1. */
const hierarchy = '/sys/fs/cgroup/cpu';

export const throttled: Scenario = {
  name: 'a worker with a limit of a tenth of a core is throttled',
  needs: [{ command: '/usr/bin/python3', package: 'python3' }],
  onDemand: 'it needs root and the CPU controller of cgroup v1',
  hindrance: () =>
    access(path.join(hierarchy, 'cpu.cfs_quota_us'), constants.W_OK).then(
      () => undefined,
      () =>
        access(hierarchy, constants.W_OK).then(
          () => undefined,
          () => `${hierarchy} cannot be written to`,
        ),
    ),
  async run(bench) {
    const group = path.join(hierarchy, `faultbook-lab-${process.pid}`);
    await mkdir(group);
    bench.afterwards(async () => {
      const left = (await readFile(path.join(group, 'cgroup.procs'), 'utf8')).split('\n').filter(Boolean);
      // A cgroup cannot be removed while it has processes.
      for (const pid of left) process.kill(Number(pid), 'SIGKILL');
      await bench.waitFor('the cgroup to be removed', () =>
        rmdir(group).then(
          () => true,
          () => false,
        ),
      );
    });
    await writeFile(path.join(group, 'cpu.cfs_period_us'), '100000');
    await writeFile(path.join(group, 'cpu.cfs_quota_us'), '10000');
    const burner = await bench.start(['/usr/bin/python3', '-c', 'while True: pass']);
    await writeFile(path.join(group, 'cgroup.procs'), `${burner.pid}`);
    const { text: version } = await bench.exec(['/usr/bin/python3', '--version']);
    bench.uses('Python', version.replace('Python', '').trim());
    const read = async () => (await bench.run('read-throttling', { replace: { '/sys/fs/cgroup/cpu.stat': `${group}/cpu.stat` } })).text;
    const throttledPeriods = (text: string) => Number(/nr_throttled (\d+)/.exec(text)?.[1]);
    await bench.waitFor('the first throttling', async () => throttledPeriods(await read()) > 3);
    const before = await read();
    await bench.waitFor('more throttling', async () => throttledPeriods(await read()) > throttledPeriods(before) + 3);
    const after = await read();
    assert.ok(throttledPeriods(after) > throttledPeriods(before));
    bench.capture('periods-throttled', after, { varies: [varying.numbers] });
    await burner.stop();
  },
};
