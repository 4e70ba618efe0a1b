/** A lock for each lab. Scenarios share a folder, and a run ends the processes that an earlier run left, so runs must not overlap. */
import { readFile, rm, writeFile } from 'node:fs/promises';
import { LabMistake } from './mistake.ts';
import { startTime } from './processes.ts';

/**
 * Locks the folder of a lab for this process. The lock of a process that has ended is ignored.
 *
 * Fails with a `LabMistake` while another process runs the lab.
 *
 * @param folder the folder in which scenarios work
 * @returns a function that releases the lock
 */
export async function takeTurn(folder: string): Promise<() => Promise<void>> {
  const file = `${folder}.runner`;
  const [pid = '', started] = (await readFile(file, 'utf8').catch(() => '')).split(' ');
  if (started && Number(pid) !== process.pid && (await startTime(Number(pid))) === started)
    throw new LabMistake(
      `Process ${pid} is running this lab. Wait until it has ended, or end it: two runs would end each other's programs.`,
    );
  await writeFile(file, `${process.pid} ${(await startTime(process.pid)) ?? ''}`);
  return () => rm(file, { force: true });
}
