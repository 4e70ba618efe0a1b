/** What a program costs: time, processor time and memory, with all processes that it starts. */
import { spawn } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';

/** What a program cost. */
export interface Cost {
  /** Seconds from start to end. */
  seconds: number;
  /** Seconds of processor time, in user and kernel mode, of all processes; undefined where `/proc` is missing. */
  processorSeconds: number | undefined;
  /** The largest sum of the memory of all processes at one moment, in bytes; undefined where `/proc` is missing. */
  peakMemory: number | undefined;
}

/** A program to run. */
export interface Program {
  command: string;
  args: readonly string[];
  cwd: string;
  env: Record<string, string | undefined>;
}

/** Milliseconds between two looks at the processes. What a process does after the last look is not counted. */
const interval = 250;
/** The unit of processor time in `/proc`, the same on every Linux that Node runs on. */
const ticksPerSecond = 100;

/**
 * Runs a program to its end and measures it together with the processes that it starts.
 *
 * Memory is the sum of the resident sets. What processes share, as those of a browser do, counts for each of them: to tell it apart,
 * the kernel would have to walk all their pages, which would slow them down.
 *
 * @param program what to run
 * @throws when it fails, with the end of what it printed
 */
export async function measureProgram({ command, args, cwd, env }: Program): Promise<Cost> {
  const started = performance.now();
  const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32' });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (printed = (printed + String(data)).slice(-4000)));
  const watch = watchProcesses(child.pid ?? 0);
  const status = await new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve));
  const seconds = (performance.now() - started) / 1000;
  const seen = await watch.end();
  if (status !== 0) throw new Error(`"${command} ${args.join(' ')}" failed in ${cwd}:\n${printed}`);
  return { seconds, ...seen };
}

/** Looks at a process and its descendants until told to end. */
function watchProcesses(root: number): { end: () => Promise<Omit<Cost, 'seconds'>> } {
  const family = processFamily(root);
  const ticks = new Map<number, number>();
  let peakMemory: number | undefined;
  let ended = false;
  const look = async () => {
    while (!ended) {
      const living = await family();
      for (const { pid, used } of living) ticks.set(pid, used);
      if (living.length > 0) peakMemory = Math.max(peakMemory ?? 0, await memoryOf(living));
      await new Promise((resolve) => setTimeout(resolve, interval));
    }
  };
  const looking = look();
  return {
    end: async () => {
      ended = true;
      await looking;
      const sum = [...ticks.values()].reduce((all, one) => all + one, 0);
      return { processorSeconds: ticks.size > 0 ? sum / ticksPerSecond : undefined, peakMemory };
    },
  };
}

interface Living {
  pid: number;
  parent: number;
  /** Processor time so far, in ticks. */
  used: number;
}

/** Returns a function that lists a process and all living descendants. */
function processFamily(root: number): () => Promise<Living[]> {
  const members = new Set([root]);
  /** Processes of others, which are read once only: a machine has hundreds. */
  const strangers = new Set<number>();
  return async () => {
    const pids = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name)).map(Number);
    const found = await Promise.all(pids.filter((pid) => !strangers.has(pid)).map(readProcess));
    const living = found.flatMap((process) => process ?? []);
    // A process can have a lower number than its parent, so this is repeated until nothing new is found.
    for (let size = -1; size !== members.size;) {
      size = members.size;
      for (const { pid, parent } of living) if (members.has(parent)) members.add(pid);
    }
    for (const { pid } of living) if (!members.has(pid)) strangers.add(pid);
    return living.filter(({ pid }) => members.has(pid));
  };
}

/** Reads `/proc/<pid>/stat`; undefined when the process is gone. */
async function readProcess(pid: number): Promise<Living | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  // The name of the program may hold spaces and brackets; the fields after it do not.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields && { pid, parent: Number(fields[1]), used: Number(fields[11]) + Number(fields[12]) };
}

async function memoryOf(processes: readonly Living[]): Promise<number> {
  const sizes = await Promise.all(
    processes.map(async ({ pid }) => {
      const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
      return 1024 * Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0);
    }),
  );
  return sizes.reduce((all, one) => all + one, 0);
}
