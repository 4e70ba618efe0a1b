/** Where a scenario works: a folder, ports and processes of its own, and the article's commands. */
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { LabelledBlock } from '../model/commands.ts';
import type { ScenarioRecord } from '../model/lab-record.ts';
import { blockOf, filled, signatureIn, type Filling, type LabArticle } from './article.ts';
import { captured, type Captured, type CaptureRules } from './captured.ts';
import type { Processes, Running } from './processes.ts';

/** Seconds after which a command that should have ended is taken for hung. */
const longest = 60;

/** A program whose standard output and error go into one pipe, as on a terminal: so what it prints keeps its order. */
const onOnePipe = (argv: readonly string[]) => ['sh', '-c', 'exec "$@" 2>&1', 'sh', ...argv];

/** What a command printed, standard output and error in their order, and how it ended. */
export interface Output {
  text: string;
  code: number;
}

/** How a command of the article is run. */
export interface RunOptions extends Filling {
  /** The exit code that it must have; 0 unless told, `any` to leave it open. */
  code?: number | 'any';
  /** Seconds after which it is ended, for commands that run until they are; what it printed until then counts. */
  until?: number;
}

/** The outcome of a scenario, before it is dated. */
export type Observations = Omit<ScenarioRecord, 'name' | 'date'> & { texts: Map<string, Captured> };

/** A scenario's place of work. */
export class Bench {
  readonly article: LabArticle;
  /** A folder of its own, which is deleted afterwards. */
  readonly folder: string;
  /** The environment of everything that it starts; programs in `bin` come first. */
  readonly env: NodeJS.ProcessEnv;
  /** How a block of a language becomes a command; a lab adds `sql`. */
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

  /** The folder of the programs that stand before those of the system. */
  get bin(): string {
    return path.join(this.folder, 'bin');
  }

  /** Notes software that takes part, with its exact version. */
  uses(software: string, version: string): void {
    if (!this.observations.software.some((known) => known.software === software && known.version === version))
      this.observations.software.push({ software, version });
  }

  /** Starts a program that runs until the scenario ends. `ready` is text that it prints, or a test that is tried until it holds. */
  async start(argv: readonly string[], { ready, env = {}, cwd = this.folder }: StartOptions = {}): Promise<Running> {
    const running = await this.#processes.start(onOnePipe(argv), { cwd, env: { ...this.env, ...env } });
    const isReady = ready instanceof RegExp ? () => ready.test(running.output()) : ready;
    if (isReady) await this.waitFor(`"${argv.join(' ')}" to be ready`, isReady, { running });
    return running;
  }

  /** Runs a program of the lab's own to its end. */
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

  /** Runs the article's own command, by the label in its fence. */
  async run(label: string, options: RunOptions = {}): Promise<Output> {
    const { block, argv } = this.#command(label, options);
    const output = await this.exec(argv, options);
    this.observations.commands[label] = block.text;
    return output;
  }

  /** Starts the article's own command, by the label in its fence: a server, which runs until the scenario ends. */
  async startCommand(label: string, { values, replace, ...options }: Filling & StartOptions = {}): Promise<Running> {
    const { block, argv } = this.#command(label, { ...(values && { values }), ...(replace && { replace }) });
    const running = await this.start(argv, options);
    this.observations.commands[label] = block.text;
    return running;
  }

  /** Writes the article's own block as a file: a program, a configuration. Returns its path. */
  async file(label: string, name: string, filling: Filling = {}): Promise<string> {
    const block = blockOf(this.article, label);
    this.observations.commands[label] = block.text;
    return this.write(name, filled(block, filling));
  }

  /** Writes a file of the lab's own into its folder. Returns its path. */
  async write(name: string, text: string): Promise<string> {
    const file = path.join(this.folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text.endsWith('\n') ? text : `${text}\n`);
    return file;
  }

  /** Puts a program before the system's, that calls another with arguments: so the article's commands reach the lab's server. */
  async shim(name: string, argv: readonly string[]): Promise<void> {
    const quoted = argv.map((word) => `'${word.replaceAll("'", `'\\''`)}'`).join(' ');
    const file = await this.write(path.join('bin', name), `#!/bin/sh\nexec ${quoted} "$@"`);
    await chmod(file, 0o755);
  }

  /** Records what was printed as a capture, which the article can show. Returns its text. */
  capture(name: string, output: string, rules?: CaptureRules): string {
    const found = captured(output, rules);
    if (!found.text.trim()) throw new Error(`The capture "${name}" is empty.`);
    this.observations.texts.set(name, found);
    this.observations.captures[name] ??= [];
    return found.text;
  }

  /** Holds that a capture shows a symptom: one of its signatures must stand there, as the search would find it. */
  reproduces(symptom: string, capture: string): void {
    const text = this.observations.texts.get(capture)?.text ?? '';
    const signatures = this.#signaturesOf(symptom);
    if (!signatureIn(text, signatures))
      throw new Error(
        `The capture "${capture}" holds no signature of "${symptom}". It is:\n${text}\nThe signatures are:\n${signatures.join('\n')}`,
      );
    this.#note(symptom, capture);
  }

  /** Notes that a symptom without a wording of its own was observed; the lab has asserted what was measured. */
  observes(symptom: string, capture: string): void {
    this.#signaturesOf(symptom);
    this.#note(symptom, capture);
  }

  /** Waits until something holds; throws after `seconds`, telling what was waited for. */
  async waitFor(
    what: string,
    test: () => boolean | Promise<boolean>,
    { seconds = 30, running }: { seconds?: number; running?: Running } = {},
  ): Promise<void> {
    const end = Date.now() + seconds * 1000;
    let hasEnded = false;
    void running?.ended.then(() => (hasEnded = true));
    while (!(await Promise.resolve(test()).catch(() => false))) {
      const tail = running ? ` It printed:\n${running.output().slice(-2_000)}` : '';
      if (hasEnded) throw new Error(`Waited for ${what}, but it has ended.${tail}`);
      if (Date.now() > end) throw new Error(`Waited ${seconds} s for ${what}.${tail}`);
      await sleep(100);
    }
  }

  /** Has something done when the scenario ends, however it ends; the latest first, before processes are ended. */
  afterwards(task: () => Promise<unknown>): void {
    this.#afterwards.push(task);
  }

  /** Cleans up. Every step is tried; the first error is thrown. */
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
    if (!shown) throw new Error(`There is no capture "${capture}" to show "${symptom}".`);
    if (!shown.includes(symptom)) shown.push(symptom);
    if (!this.observations.symptoms.includes(symptom)) this.observations.symptoms.push(symptom);
  }
}

/** How a program beside the lab is started. */
export interface StartOptions {
  ready?: RegExp | (() => boolean | Promise<boolean>);
  env?: NodeJS.ProcessEnv;
  cwd?: string;
}

/** A port on loopback that nothing listens on. */
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
