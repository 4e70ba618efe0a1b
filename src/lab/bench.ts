/** The tools of a scenario: its own folder, ports and processes, and the article's commands. */
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { LabelledBlock } from '../model/commands.ts';
import type { ScenarioRecord } from '../model/lab-record.ts';
import { signatureIn } from '../search/signature-in.ts';
import { blockOf, filled, type Filling, type LabArticle } from './article.ts';
import { captured, type Captured, type CaptureRules } from './captured.ts';
import type { Processes, Running } from './processes.ts';

/** Seconds after which a command that should have ended counts as hung. */
const longest = 60;

/** Returns a command that sends standard output and error of a program into one pipe, so that the lines keep their order. */
const onOnePipe = (argv: readonly string[]) => ['sh', '-c', 'exec "$@" 2>&1', 'sh', ...argv];

/** The output and the exit code of a command. */
export interface Output {
  /** Standard output and error, in the order in which they were printed. */
  text: string;
  /** The exit code; -1 when a signal ended it. */
  code: number;
}

/** Options for running a command of the article. */
export interface RunOptions extends Filling {
  /** The exit code that it must have: 0 by default; `any` accepts every code. */
  code?: number | 'any';
  /** Seconds after which a command that does not end by itself is interrupted; the output is the text printed until then. */
  until?: number;
}

/** The result of a scenario: software, symptoms, captures and commands. */
export type Observations = Pick<ScenarioRecord, 'software' | 'symptoms' | 'captures' | 'commands'> & { texts: Map<string, Captured> };

/** The tools of one scenario; its methods record what they do. */
export class Bench {
  readonly article: LabArticle;
  /** The working folder of this scenario, which is deleted afterwards. */
  readonly folder: string;
  /** The environment of all programs that the scenario starts; `bin` comes first on the path. */
  readonly env: NodeJS.ProcessEnv;
  /** Turns a code block into a command, by the language of the block; a lab adds other languages, e.g. `sql`. */
  readonly interpreters: Record<string, (text: string) => string[]> = { bash: (text) => ['bash', '-c', text] };
  readonly observations: Observations = { software: [], symptoms: [], captures: {}, commands: {}, texts: new Map() };
  readonly #processes: Processes;
  readonly #afterwards: (() => Promise<unknown>)[] = [];

  constructor(article: LabArticle, folder: string, processes: Processes) {
    this.article = article;
    this.folder = folder;
    this.#processes = processes;
    this.env = { ...process.env, PATH: `${this.bin}:${process.env['PATH'] ?? ''}`, HOME: folder, LC_ALL: 'C.UTF-8', TZ: 'UTC' };
  }

  /** The folder of programs that take precedence over those of the system. */
  get bin(): string {
    return path.join(this.folder, 'bin');
  }

  /** Records software that the scenario runs, with its exact version. */
  uses(software: string, version: string): void {
    if (!this.observations.software.some((known) => known.software === software && known.version === version))
      this.observations.software.push({ software, version });
  }

  /** Starts a program that runs until the scenario ends, and waits until it is ready. */
  async start(argv: readonly string[], { ready, env = {}, cwd = this.folder }: StartOptions = {}): Promise<Running> {
    const running = await this.#processes.start(onOnePipe(argv), { cwd, env: { ...this.env, ...env } });
    const isReady = ready instanceof RegExp ? () => ready.test(running.output()) : ready;
    if (isReady) await this.waitFor(`"${argv.join(' ')}" to be ready`, isReady, { running });
    return running;
  }

  /** Runs a program of the lab to its end. Fails when the program hangs, or ends with another exit code than `code`. */
  async exec(argv: readonly string[], options: Pick<RunOptions, 'code' | 'until'> & { env?: NodeJS.ProcessEnv } = {}): Promise<Output> {
    const { code = 0, until, env = {} } = options;
    const running = await this.#processes.start(onOnePipe(argv), { cwd: this.folder, env: { ...this.env, ...env } });
    const ended = await Promise.race([running.ended, sleep((until ?? longest) * 1000, undefined, { ref: false })]);
    if (ended === undefined) await running.stop('SIGINT');
    const text = running.output();
    if (ended === undefined && until === undefined)
      throw new Error(`"${argv.join(' ')}" did not end within ${longest} s. It printed:\n${text}`);
    if (ended !== undefined && code !== 'any' && ended !== code)
      throw new Error(`"${argv.join(' ')}" ended with ${ended}, not ${code}. It printed:\n${text}`);
    return { text, code: typeof ended === 'number' ? ended : -1 };
  }

  /** Runs a command of the article, by the label in its fence, and records that it ran. */
  async run(label: string, options: RunOptions = {}): Promise<Output> {
    const { block, argv } = this.#command(label, options);
    const output = await this.exec(argv, options);
    this.observations.commands[label] = block.text;
    return output;
  }

  /** Starts a command of the article, by the label in its fence: a server, which runs until the scenario ends. */
  async startCommand(label: string, { values, replace, ...options }: Filling & StartOptions = {}): Promise<Running> {
    const { block, argv } = this.#command(label, { ...(values && { values }), ...(replace && { replace }) });
    const running = await this.start(argv, options);
    this.observations.commands[label] = block.text;
    return running;
  }

  /** Writes a block of the article into a file: a program, a configuration. Returns the path of the file. */
  async file(label: string, name: string, filling: Filling = {}): Promise<string> {
    const block = blockOf(this.article, label);
    this.observations.commands[label] = block.text;
    return this.write(name, filled(block, filling));
  }

  /** Writes a text into a file of the scenario's folder. Returns the path of the file. */
  async write(name: string, text: string): Promise<string> {
    const file = path.join(this.folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text.endsWith('\n') ? text : `${text}\n`);
    return file;
  }

  /** Creates a program in `bin` that calls another one with arguments, e.g. so that the article's commands reach the lab's server. */
  async shim(name: string, argv: readonly string[]): Promise<void> {
    const quoted = argv.map((word) => `'${word.replaceAll("'", `'\\''`)}'`).join(' ');
    const file = await this.write(path.join('bin', name), `#!/bin/sh\nexec ${quoted} "$@"`);
    await chmod(file, 0o755);
  }

  /** Records output as a capture, which the article can show. Returns the text of the capture. */
  capture(name: string, output: string, rules?: CaptureRules): string {
    const found = captured(output, rules);
    if (!found.text.trim()) throw new Error(`The capture "${name}" is empty.`);
    this.observations.texts.set(name, found);
    this.observations.captures[name] ??= [];
    return found.text;
  }

  /** Records that a capture shows a symptom. Fails unless it contains one of the symptom's signatures, as the search would find it. */
  reproduces(symptom: string, capture: string): void {
    const text = this.observations.texts.get(capture)?.text ?? '';
    const signatures = this.#signaturesOf(symptom);
    if (!signatureIn(text, signatures))
      throw new Error(
        `The capture "${capture}" contains no signature of "${symptom}". It is:\n${text}\nThe signatures are:\n${signatures.join('\n')}`,
      );
    this.#note(symptom, capture);
  }

  /** Records that a symptom without signatures was observed. The scenario must have asserted and captured what it measured. */
  observes(symptom: string, capture: string): void {
    this.#signaturesOf(symptom);
    this.#note(symptom, capture);
  }

  /** Waits until a test passes. A test that throws is retried. Fails after `seconds`, or when the program ends first. */
  async waitFor(
    what: string,
    test: () => boolean | Promise<boolean>,
    { seconds = 30, running }: { seconds?: number; running?: Running } = {},
  ): Promise<void> {
    const end = Date.now() + seconds * 1000;
    let hasEnded = false;
    void running?.ended.then(() => (hasEnded = true));
    while (!(await Promise.try(test).catch(() => false))) {
      const tail = running ? ` It printed:\n${running.output().slice(-2_000)}` : '';
      if (hasEnded) throw new Error(`Waited for ${what}, but the program has ended.${tail}`);
      if (Date.now() > end) throw new Error(`Waited ${seconds} s for ${what}.${tail}`);
      await sleep(100);
    }
  }

  /** Registers a clean-up task, which runs even when the scenario fails: the latest task first, all of them before processes are ended. */
  afterwards(task: () => Promise<unknown>): void {
    this.#afterwards.push(task);
  }

  /** Runs all clean-up tasks and ends all processes. Tries every step, then fails with the first error. */
  async close(): Promise<void> {
    const tasks = [...this.#afterwards.splice(0).toReversed(), () => this.#processes.stopAll()];
    const errors: unknown[] = [];
    for (const task of tasks) await task().catch((error: unknown) => errors.push(error));
    if (errors.length) throw errors[0];
  }

  #command(label: string, filling: Filling): { block: LabelledBlock; argv: string[] } {
    const block = blockOf(this.article, label);
    const interpreter = this.interpreters[block.language];
    if (!interpreter) throw new Error(`The lab has no interpreter for "${block.language}", the language of "${label}".`);
    return { block, argv: interpreter(filled(block, filling)) };
  }

  #signaturesOf(symptom: string): readonly string[] {
    const signatures = this.article.symptoms.get(symptom);
    if (!signatures) throw new Error(`The article "${this.article.slug}" has no symptom "${symptom}".`);
    return signatures;
  }

  #note(symptom: string, capture: string): void {
    const shown = this.observations.captures[capture];
    if (!shown) throw new Error(`There is no capture "${capture}" that could show "${symptom}".`);
    if (!shown.includes(symptom)) shown.push(symptom);
    if (!this.observations.symptoms.includes(symptom)) this.observations.symptoms.push(symptom);
  }
}

/** How a program is started. */
export interface StartOptions {
  /** Text that the program prints once it is ready, or a test that then passes; without it, `start` does not wait. */
  ready?: RegExp | (() => boolean | Promise<boolean>);
  env?: NodeJS.ProcessEnv;
  cwd?: string;
}

/** Returns a port on loopback that nothing listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
