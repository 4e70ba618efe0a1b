/** Containers over their limit: who was killed, and how it can be seen. */
import assert from 'node:assert/strict';
import type { Bench } from '../../../../src/lab/bench.ts';
import { varying } from '../../../../src/lab/captured.ts';
import type { Scenario } from '../../../../src/lab/lab.ts';
import { hindrance, needs, startDocker } from './engine.ts';

/** Ids, times and pids, which differ in every run. */
export const varies = [/\b[0-9a-f]{64}\b/g, /\b[0-9a-f]{12}\b/g, varying.time, /\[[A-Z][a-z]{2} [^\]]*\]/g, varying.numbers];

/** What varies in a list of containers: ages, and the widths of columns, which follow them. */
export const ages = [/(Less than a second|\d+ seconds?) ago/g, / {2,}/g];

/** A command that takes 200 MiB at once. */
export const greedy = ['python3', '-c', 'b = bytearray(200 << 20)'];
export const limited = ['--memory', '64m', '--memory-swap', '64m'];

/** The article's reading of how a container ended, e.g. `137 OOMKilled=true`. */
export const stateOf = async (bench: Bench, container: string): Promise<string> =>
  (await bench.run('inspect-exit', { values: { container } })).text.trim();

/** Waits until the article's check reads so; the daemon hears of a kill a moment after the container's end. */
export const hasEnded = (bench: Bench, container: string, state: string): Promise<void> =>
  bench.waitFor(`${container} to have ended with ${state}`, async () => (await stateOf(bench, container)) === state);

/** The events of a container that has ended: the lines, and what happened in their order, with signals. */
export async function eventsOf(bench: Bench, container: string): Promise<{ lines: string; kinds: string[] }> {
  let lines: string[] = [];
  // The command asks for what happened before the second in which it runs.
  await bench.waitFor(`${container} to have ended`, async () => {
    const { text } = await bench.run('recent-events');
    lines = text.split('\n').filter((line) => line.includes(`name=${container}`));
    return lines.some((line) => line.includes('container die'));
  });
  return { lines: lines.join('\n'), kinds: lines.map((line) => [line.split(' ')[2], /signal=\d+/.exec(line)?.[0]].join(' ').trim()) };
}

/** The lines of the article's look into the kernel log that tell of one container's kills; others are not the lab's to show. */
export async function kernelLines(bench: Bench, container: string): Promise<string> {
  const { text: id } = await bench.exec(['docker', 'inspect', '--format', '{{.Id}}', container]);
  const lines = (await bench.run('kernel-log')).text.split('\n');
  const last = lines.findLastIndex((line) => line.includes('oom-kill:') && line.includes(id.trim()));
  assert.ok(last > 0, `the kernel log tells of the kill in ${container}`);
  const asked = lines.slice(0, last).findLastIndex((line) => line.includes('invoked oom-killer'));
  return [lines[asked], lines[last], lines[last + 1]].join('\n');
}

export const kills: Scenario[] = [
  {
    name: 'a container over its limit is killed',
    needs,
    hindrance,
    async run(bench) {
      await startDocker(bench);
      await bench.exec(['docker', 'run', '--name', 'rag-api', ...limited, 'python:lab', ...greedy], { code: 137 });
      await hasEnded(bench, 'rag-api', '137 OOMKilled=true');
      bench.capture('killed-state', await stateOf(bench, 'rag-api'));
      bench.reproduces('docker-inspect-oomkilled-true', 'killed-state');
      // Ages differ, and with them the widths of the columns.
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
    needs,
    hindrance,
    async run(bench) {
      await startDocker(bench);
      // One stream, so that the order is that of a terminal.
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
