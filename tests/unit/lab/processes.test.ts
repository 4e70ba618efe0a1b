import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished, expect, test } from 'vitest';
import { endLeftovers, Processes } from '../../../src/lab/processes.ts';

async function workplace() {
  const folder = await mkdtemp(path.join(tmpdir(), 'lab-test-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return { folder, ledger: path.join(folder, 'processes'), options: { cwd: folder, env: process.env } };
}
/** A process that has ended but that nobody has waited for is not alive. */
const isAlive = async (pid: number) => {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => ') Z');
  return !/\) [ZX]/.test(stat);
};

test('a program is ended with everything that it started', async () => {
  const { ledger, options } = await workplace();
  const processes = new Processes(ledger);
  const running = await processes.start(['sh', '-c', 'sleep 100 & echo $!; wait'], options);
  await expect.poll(() => running.output()).toMatch(/\d+\n/);
  const child = Number(running.output());
  await processes.stopAll();
  await expect.poll(() => Promise.all([running.pid, child].map(isAlive))).toEqual([false, false]);
});

test('a program that ignores the request to end is killed', async () => {
  const { ledger, options } = await workplace();
  const processes = new Processes(ledger);
  const running = await processes.start(['sh', '-c', 'trap "" TERM; echo ready; while :; do sleep 1; done'], options);
  await expect.poll(() => running.output()).toContain('ready');
  await running.stop();
  expect(await running.ended).toBe('SIGKILL');
}, 20_000);

test('what an earlier run left behind is ended, and a later process with the same id is not', async () => {
  const { ledger, options } = await workplace();
  const left = await new Processes(ledger).start(['sleep', '100'], options);
  await appendFile(ledger, `${process.pid} 1\n`);
  await endLeftovers(ledger);
  expect(await left.ended).toBe('SIGTERM');
  expect(await isAlive(process.pid)).toBe(true);
  await expect(readFile(ledger)).rejects.toThrow();
});

test('a program that is not there is named', async () => {
  const { ledger, options } = await workplace();
  await expect(new Processes(ledger).start(['no-such-program'], options)).rejects.toThrow('no-such-program could not be started');
});

test('a program that is just starting is ended as well, and none is started afterwards', async () => {
  const { ledger, options } = await workplace();
  const processes = new Processes(ledger);
  const starting = processes.start(['sleep', '100'], options);
  await processes.stopAll();
  expect(await (await starting).ended).toBe('SIGTERM');
  await expect(processes.start(['sleep', '100'], options)).rejects.toThrow('the scenario is ending');
});
