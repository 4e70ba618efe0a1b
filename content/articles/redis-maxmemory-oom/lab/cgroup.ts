/** A memory cgroup of the lab's own, which stands for a container's limit. */
import { access, mkdir, readFile, rmdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Bench } from '../../../../src/lab/bench.ts';

/** Where the memory controller is: version 1 has a tree for it, in version 2 all controllers share one. */
const trees = [
  { root: '/sys/fs/cgroup/memory', proof: 'memory.limit_in_bytes', limit: 'memory.limit_in_bytes', swap: 'memory.memsw.limit_in_bytes' },
  { root: '/sys/fs/cgroup', proof: 'system.slice/memory.max', limit: 'memory.max', swap: 'memory.swap.max' },
] as const;

/** A cgroup, and how programs get into it. */
export interface Cgroup {
  folder: string;
  /** What stands before a program that is to run in it. */
  enter: readonly string[];
  /** Sets how much memory it may use, in bytes. */
  limit: (bytes: number) => Promise<void>;
}

const isThere = (file: string) =>
  access(file).then(
    () => true,
    () => false,
  );

async function tree(): Promise<(typeof trees)[number] | undefined> {
  for (const one of trees) if (await isThere(path.join(one.root, one.proof))) return one;
  return undefined;
}

/** Why no memory cgroup can be made here; undefined when it can. */
export async function noCgroup(): Promise<string | undefined> {
  if (process.getuid?.() !== 0) return 'only root may make a cgroup';
  return (await tree()) ? undefined : 'this machine has no memory cgroups';
}

/** Why the kernel cannot be told to refuse memory instead of killing: only version 1 of cgroups has that. */
export const noOomControl = async (): Promise<string | undefined> =>
  (await noCgroup()) ??
  ((await tree())?.limit === 'memory.limit_in_bytes' ? undefined : 'only version 1 of cgroups can switch the OOM killer off');

/** Makes a cgroup; what runs in it is killed, and it is removed, when the scenario ends. */
export async function makeCgroup(bench: Bench, bytes: number): Promise<Cgroup> {
  const found = await tree();
  if (!found) throw new Error('There are no memory cgroups.');
  const folder = path.join(found.root, 'faultbook-lab-redis');
  await removeCgroup(folder);
  await mkdir(folder);
  bench.afterwards(() => removeCgroup(folder));
  const limit = async (value: number) => {
    // Without swap. Version 1 counts it with the memory, and that limit must never be the lower one; some kernels do not count it.
    const swap = () => writeFile(path.join(folder, found.swap), `${found.swap === 'memory.swap.max' ? 0 : value}`).catch(() => undefined);
    await swap();
    await writeFile(path.join(folder, found.limit), `${value}`);
    await swap();
  };
  await limit(bytes);
  return { folder, limit, enter: ['sh', '-c', `echo $$ > ${folder}/cgroup.procs && exec "$@"`, 'sh'] };
}

/** Kills what runs in a cgroup and removes it. Does nothing when there is none. */
async function removeCgroup(folder: string): Promise<void> {
  for (let attempt = 0; attempt < 100 && (await isThere(folder)); attempt++) {
    const processes = await readFile(path.join(folder, 'cgroup.procs'), 'utf8').catch(() => '');
    for (const pid of processes.split('\n').filter(Boolean)) kill(Number(pid));
    await rmdir(folder).catch(() => sleep(100)); // busy until the last process is gone
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended already.
  }
}
