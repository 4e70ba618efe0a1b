/** A memory cgroup, as the limit of a container is one. */
import { access, mkdir, readFile, rmdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Bench } from 'faultbook/lab';

/** Where the memory controller is: version 1 has a tree for each controller, in version 2 all share one. */
const trees = [
  { root: '/sys/fs/cgroup/memory', proof: 'memory.limit_in_bytes', limit: 'memory.limit_in_bytes', swap: 'memory.memsw.limit_in_bytes' },
  { root: '/sys/fs/cgroup', proof: 'system.slice/memory.max', limit: 'memory.max', swap: 'memory.swap.max' },
] as const;

/** A cgroup, and how a program runs in it. */
export interface Cgroup {
  folder: string;
  /** The argv that runs the program after it in the cgroup. */
  enter: readonly string[];
  /** Sets its memory limit, in bytes. */
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

/** Returns why this machine cannot make a memory cgroup; undefined when it can. */
export async function noCgroup(): Promise<string | undefined> {
  if (process.getuid?.() !== 0) return 'only root may make a cgroup';
  return (await tree()) ? undefined : 'this machine has no memory cgroups';
}

/** Returns why this machine cannot have the kernel refuse memory instead of killing: only version 1 of cgroups can. */
export const noOomControl = async (): Promise<string | undefined> =>
  (await noCgroup()) ??
  ((await tree())?.limit === 'memory.limit_in_bytes' ? undefined : 'only version 1 of cgroups can switch the OOM killer off');

/** Makes a cgroup. When the scenario ends, everything in it is killed and the cgroup is removed. */
export async function makeCgroup(bench: Bench, bytes: number): Promise<Cgroup> {
  const found = await tree();
  if (!found) throw new Error('There are no memory cgroups.');
  const folder = path.join(found.root, 'faultbook-lab-redis');
  await removeCgroup(folder);
  await mkdir(folder);
  bench.afterwards(() => removeCgroup(folder));
  const limit = async (value: number) => {
    // No swap. In version 1 the limit of memory with swap must never be below that of memory, so it is set before and after. Some
    // kernels do not count swap and have no such file.
    const swap = () => writeFile(path.join(folder, found.swap), `${found.swap === 'memory.swap.max' ? 0 : value}`).catch(() => undefined);
    await swap();
    await writeFile(path.join(folder, found.limit), `${value}`);
    await swap();
  };
  await limit(bytes);
  return { folder, limit, enter: ['sh', '-c', `echo $$ > ${folder}/cgroup.procs && exec "$@"`, 'sh'] };
}

/** Kills everything in a cgroup and removes it. Does nothing when it does not exist. */
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
    // The process has ended already.
  }
}
