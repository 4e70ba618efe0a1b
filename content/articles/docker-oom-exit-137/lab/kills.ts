/** Containers over their memory limit: which process was killed, and where that shows. */
import assert from 'node:assert/strict';
import { type Bench, type Scenario, varying } from 'faultbook/lab';
import { onDocker, startDocker } from './engine.ts';

/** Ids, times and process ids, which differ in every run. */
export const varies = [/\b[0-9a-f]{64}\b/g, /\b[0-9a-f]{12}\b/g, varying.time, /\[[A-Z][a-z]{2} [^\]]*\]/g, varying.numbers];

/** What varies in a list of containers: ages, and with them the widths of columns. */
export const ages = [/(Less than a second|\d+ seconds?) ago/g, / {2,}/g];

/** A command that takes 200 MiB at once. */
export const greedy = ['python3', '-c', 'b = bytearray(200 << 20)'];
export const limited = ['--memory', '64m', '--memory-swap', '64m'];

/** Returns how a container ended, by the article's command, e.g. `137 OOMKilled=true`. */
export const stateOf = async (bench: Bench, container: string): Promise<string> =>
  (await bench.run('inspect-exit', { values: { container } })).text.trim();

/** Waits until the article's command shows a state: the daemon learns of a kill a moment after the container has ended. */
export const hasEnded = (bench: Bench, container: string, state: string): Promise<void> =>
  bench.waitFor(`${container} to have ended with ${state}`, async () => (await stateOf(bench, container)) === state);

/** Returns the events of a container that has ended: their lines, and the kind of each with its signal, e.g. `kill signal=15`. */
export async function eventsOf(bench: Bench, container: string): Promise<{ lines: string; kinds: string[] }> {
  let lines: string[] = [];
  // The command shows events up to the second before it runs, so the last ones come late.
  await bench.waitFor(`${container} to have ended`, async () => {
    const { text } = await bench.run('recent-events');
    lines = text.split('\n').filter((line) => line.includes(`name=${container}`));
    return lines.some((line) => line.includes('container die'));
  });
  return { lines: lines.join('\n'), kinds: lines.map((line) => [line.split(' ')[2], /signal=\d+/.exec(line)?.[0]].join(' ').trim()) };
}

/** Returns the lines that the article's command shows of one container's kill in the kernel log; other kills are not this lab's. */
export async function kernelLines(bench: Bench, container: string): Promise<string> {
  const { text: id } = await bench.exec(['docker', 'inspect', '--format', '{{.Id}}', container]);
  const lines = (await bench.run('kernel-log')).text.split('\n');
  const last = lines.findLastIndex((line) => line.includes('oom-kill:') && line.includes(id.trim()));
  assert.ok(last > 0, `the kernel log has the kill in ${container}`);
  const asked = lines.slice(0, last).findLastIndex((line) => line.includes('invoked oom-killer'));
  return [lines[asked], lines[last], lines[last + 1]].join('\n');
}

export const kills: Scenario[] = [
  {
    name: 'a container over its limit is killed',
    ...onDocker,
    async run(bench) {
      await startDocker(bench);
      await bench.exec(['docker', 'run', '--name', 'rag-api', ...limited, 'python:lab', ...greedy], { code: 137 });
      await hasEnded(bench, 'rag-api', '137 OOMKilled=true');
      bench.capture('killed-state', await stateOf(bench, 'rag-api'));
      bench.reproduces('docker-inspect-oomkilled-true', 'killed-state');
      bench.capture('killed-list', (await bench.exec(['docker', 'ps', '--all'])).text, { varies: [...ages, ...varies] });
      bench.reproduces('docker-exited-with-code-137', 'killed-list');

      const { lines, kinds } = await eventsOf(bench, 'rag-api');
      assert.deepEqual(kinds, ['oom', 'die']);
      bench.capture('kill-events', lines, { varies });
      bench.reproduces('docker-events-container-oom', 'kill-events');
      assert.match((await bench.run('oom-events')).text, /container oom/);

      bench.capture('kernel-kill', await kernelLines(bench, 'rag-api'), { varies });
      bench.reproduces('linux-memory-cgroup-out-of-memory', 'kernel-kill');
      bench.reproduces('linux-invoked-oom-killer', 'kernel-kill');
    },
  },
  {
    name: 'a killed child leaves its container up',
    ...onDocker,
    async run(bench) {
      await startDocker(bench);
      // One stream for output and errors, so that the lines are in the order of a terminal.
      const script = `exec 2>&1; python3 -c 'b = bytearray(200 << 20)'; echo "status $?"; sleep 1`;
      const child = await bench.exec(['docker', 'run', '--name', 'child', ...limited, 'python:lab', 'bash', '-c', script]);
      assert.match(child.text, /status 137/);
      bench.capture('child-killed', child.text, { varies });
      bench.reproduces('linux-bare-killed-in-terminal', 'child-killed');
      await hasEnded(bench, 'child', '0 OOMKilled=true');

      const ended = async (name: string, code: number, program: string) => {
        await bench.exec(['docker', 'run', '--name', name, 'python:lab', 'python3', '-c', program], { code });
        return stateOf(bench, name);
      };
      assert.equal(await ended('segfault', 139, 'import ctypes; ctypes.string_at(0)'), '139 OOMKilled=false');
      assert.equal(await ended('refused', 1, 'b = bytearray(1 << 60)'), '1 OOMKilled=false');
    },
  },
];
