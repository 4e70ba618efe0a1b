/** Runs labs: scenario by scenario, with progress and clean-up. */
import { mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { styleText } from 'node:util';
import type { LabArticle } from './article.ts';
import { Bench } from './bench.ts';
import type { Lab, Scenario } from './lab.ts';
import type { LabRun, Outcome } from './outcome.ts';
import { endLeftovers, Processes } from './processes.ts';
import { outOfDate } from './record.ts';
import { missingPrograms } from './software.ts';
import { takeTurn } from './turn.ts';

/** Options that choose the scenarios to run. */
export interface RunnerOptions {
  /** Include scenarios that run only on demand. */
  all: boolean;
  /** Only scenarios whose record is out of date. */
  changed: boolean;
  /** Only scenarios whose name contains this text. */
  only?: string | undefined;
}

/** The bench in use, for the signal handlers. */
let inUse: Bench | undefined;

/** Installs handlers for Ctrl-C and the signals that end a program: they end all processes of the lab before the program ends. */
export function cleanUpOnSignals(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => {
      console.error(`\n${signal}: ending the processes of the lab`);
      const ended = inUse ? cleanUp(inUse) : Promise.resolve();
      void Promise.race([ended, sleep(20_000)]).then(() => process.exit(130));
    });
}

async function cleanUp(bench: Bench): Promise<void> {
  await bench.close().catch((error: unknown) => console.error('cleaning up:', error));
  await rm(bench.folder, { recursive: true, force: true });
}

/** Runs scenarios of a lab, one after the other. After a failure the next scenario still runs. */
export async function runLab(lab: Lab, options: RunnerOptions): Promise<LabRun> {
  const named = lab.scenarios.filter(({ name }) => name.includes(options.only ?? ''));
  const changed = options.changed ? outOfDate(lab) : undefined;
  const chosen = named.filter(({ name }) => changed?.has(name) ?? true);
  const run: LabRun = { lab, outcomes: [], unchanged: named.length - chosen.length };
  console.log(styleText('bold', `\n${lab.slug}`));
  if (run.unchanged) console.log(`  not run, since nothing has changed: ${run.unchanged} of ${named.length}`);
  if (chosen.length === 0) return run;
  const endTurn = await takeTurn(workFolder(lab.slug));
  try {
    for (const [index, scenario] of chosen.entries()) {
      process.stdout.write(`  [${index + 1}/${chosen.length}] ${scenario.name} … `);
      const outcome = await runScenario(scenario, lab.article, options);
      run.outcomes.push(outcome);
      console.log(lineOf(outcome));
    }
  } finally {
    await endTurn();
  }
  return run;
}

/** The working folder of a lab's scenarios. It is the same for every run, so that a run can clean up after one that crashed. */
const workFolder = (slug: string) => path.join(tmpdir(), `faultbook-lab-${slug}`);

async function runScenario(scenario: Scenario, article: LabArticle, { all }: RunnerOptions): Promise<Outcome> {
  const why = await reasonToSkip(scenario, all);
  if (why) return { scenario, is: 'skipped', why };
  const started = performance.now();
  const seconds = () => (performance.now() - started) / 1000;
  const bench = (inUse = await makeBench(article));
  try {
    await withwithTimeout(scenario.run(bench), scenario.seconds ?? 120);
    if (bench.observations.software.length === 0) throw new Error('The scenario did not say which software it ran: call bench.uses().');
    return { scenario, is: 'passed', seconds: seconds(), observations: bench.observations };
  } catch (error) {
    return { scenario, is: 'failed', seconds: seconds(), error: error instanceof Error ? error : new Error(String(error)) };
  } finally {
    await cleanUp(bench);
    inUse = undefined;
  }
}

async function makeBench(article: LabArticle): Promise<Bench> {
  const folder = workFolder(article.slug);
  const list = `${folder}.processes`;
  await endLeftovers(list);
  await rm(folder, { recursive: true, force: true });
  await mkdir(path.join(folder, 'bin'), { recursive: true });
  return new Bench(article, folder, new Processes(list));
}

async function reasonToSkip({ needs, onDemand, hindrance }: Scenario, all: boolean): Promise<string | undefined> {
  if (onDemand && !all) return `runs only with "--all": ${onDemand}`;
  return (await missingPrograms(needs)) ?? (await hindrance?.());
}

async function withwithTimeout(work: Promise<void>, seconds: number): Promise<void> {
  const late = sleep(seconds * 1000, 'late', { ref: false });
  if ((await Promise.race([work, late])) === 'late') throw new Error(`It took longer than ${seconds} s.`);
}

function lineOf(outcome: Outcome): string {
  switch (outcome.is) {
    case 'passed':
      return `${styleText('green', 'ok')} ${outcome.seconds.toFixed(1)} s`;
    case 'skipped':
      return `${styleText('yellow', 'skipped')}: ${outcome.why}`;
    case 'failed': {
      const error = (outcome.error.stack ?? outcome.error.message).replaceAll('\n', '\n      ');
      return `${styleText('red', 'FAILED')} ${outcome.seconds.toFixed(1)} s\n      ${error}`;
    }
  }
}
