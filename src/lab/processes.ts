/** Starts and ends the processes of a lab. Each runs in its own process group, and none outlives the lab. */
import { spawn, type ChildProcess } from 'node:child_process';
import { appendFile, readFile, rm } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

/** A program that runs beside the lab. */
export interface Running {
  pid: number;
  /** Returns all that it has printed so far, standard output and error together. */
  output: () => string;
  /** Resolves when it ends, with its exit code or the name of the signal that ended it. */
  ended: Promise<number | string>;
  /** Ends the whole process group, and waits until the program has ended. */
  stop: (signal?: NodeJS.Signals) => Promise<void>;
}

/** How a program is started. */
export interface StartOptions {
  cwd: string;
  env: NodeJS.ProcessEnv;
}

/** Milliseconds that a program has to end by itself before it is killed. */
const grace = 5_000;

/** Starts programs, lists them in a file, and ends them all. */
export class Processes {
  readonly #list: string;
  readonly #running = new Set<Running>();
  /** Programs that are being started and are not listed yet: an interrupt must end these too. */
  readonly #starting = new Set<Promise<unknown>>();
  #isEnding = false;

  /** @param list the file in which running processes are listed, so that the next run can end them after a crash */
  constructor(list: string) {
    this.#list = list;
  }

  /** Starts a program in a process group of its own. Fails once `stopAll` was called. */
  async start(argv: readonly string[], options: StartOptions): Promise<Running> {
    if (this.#isEnding) throw new Error(`"${argv.join(' ')}" was not started: the scenario is ending.`);
    const starting = this.#launch(argv, options);
    this.#starting.add(starting);
    return starting.finally(() => this.#starting.delete(starting));
  }

  async #launch(argv: readonly string[], options: StartOptions): Promise<Running> {
    const running = await launch(argv, options);
    this.#running.add(running);
    void running.ended.then(() => this.#running.delete(running));
    await appendFile(this.#list, `${running.pid} ${(await startTime(running.pid)) ?? ''}\n`);
    return running;
  }

  /** Ends all programs that still run, the latest first. Later calls of `start` fail. */
  async stopAll(): Promise<void> {
    this.#isEnding = true;
    await Promise.allSettled(this.#starting);
    for (const running of [...this.#running].toReversed()) await running.stop();
    await rm(this.#list, { force: true });
  }
}

async function launch([program = '', ...args]: readonly string[], { cwd, env }: StartOptions): Promise<Running> {
  const child = spawn(program, args, { cwd, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  const chunks: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (chunk: string) => chunks.push(chunk));
  const ended = new Promise<number | string>((resolve) => child.on('close', (code, signal) => resolve(code ?? signal ?? 'unknown')));
  await new Promise<void>((resolve, reject) => {
    child.on('spawn', resolve);
    child.on('error', (error) => reject(new Error(`${program} could not be started: ${error.message}`)));
  });
  const pid = child.pid ?? 0;
  return { pid, output: () => chunks.join(''), ended, stop: (signal) => stop(child, ended, signal) };
}

async function stop(child: ChildProcess, ended: Promise<unknown>, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  const pid = child.pid ?? 0;
  signalGroup(pid, signal);
  const timer = setTimeout(() => signalGroup(pid, 'SIGKILL'), grace);
  await ended;
  clearTimeout(timer);
  signalGroup(pid, 'SIGKILL'); // processes of the group that outlived its leader
}

function signalGroup(leader: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-leader, signal);
  } catch {
    // The group has ended already.
  }
}

/** Returns the start time of a process, in clock ticks since boot. It distinguishes the process from a later one with the same id. */
export async function startTime(pid: number): Promise<string | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
}

/**
 * Ends the processes of an earlier run that was killed before it could clean up.
 *
 * @param list the file in which that run listed its processes
 */
export async function endLeftovers(list: string): Promise<void> {
  const text = await readFile(list, 'utf8').catch(() => '');
  const listed = text
    .split('\n')
    .filter(Boolean)
    .map((line) => line.split(' '));
  const alive = async () => {
    const found = await Promise.all(
      listed.map(async ([pid = '', started]) => (started && (await startTime(Number(pid))) === started ? [Number(pid)] : [])),
    );
    return found.flat();
  };
  for (const pid of await alive()) signalGroup(pid, 'SIGTERM');
  // A daemon needs time to end its containers; until then, its mounts cannot be deleted.
  for (let tries = 0; tries < 30 && (await alive()).length > 0; tries++) await sleep(1_000);
  await rm(list, { force: true });
}
