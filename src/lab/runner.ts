/** Runs labs: scenario by scenario, with progress, clean-up and a summary. */
import { mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { styleText } from 'node:util';
import { readLabArticle, type LabArticle } from './article.ts';
import { Bench, type Observations } from './bench.ts';
import { missingPrograms } from './software.ts';
import { endLeftovers, Processes } from './processes.ts';
import type { Lab, Scenario } from './lab.ts';

/** How a scenario went. */
export type Outcome =
  | { scenario: Scenario; is: 'passed'; seconds: number; observations: Observations }
  | { scenario: Scenario; is: 'skipped'; why: string }
  | { scenario: Scenario; is: 'failed'; seconds: number; error: Error };

/** What a run of a lab gave. */
export interface LabRun {
  article: LabArticle;
  outcomes: Outcome[];
}

/** What is run: scenarios that take minutes are left out unless they are asked for. */
export interface RunnerOptions {
  /** Whether to run scenarios that run on demand. */
  all: boolean;
  /** Run only scenarios whose name holds this text. */
  only?: string | undefined;
}

/** The bench in use, for the signal handlers. */
let inUse: Bench | undefined;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => {
    console.error(`\n${signal}: ending what the lab started`);
    const ended = inUse ? cleanUp(inUse) : Promise.resolve();
    void Promise.race([ended, sleep(20_000)]).then(() => process.exit(130));
  });

async function cleanUp(bench: Bench): Promise<void> {
  await bench.close().catch((error: unknown) => console.error('cleaning up:', error));
  await rm(bench.folder, { recursive: true, force: true });
}

/** Runs the scenarios of a lab, one after the other. A scenario that fails does not keep the others from running. */
export async function runLab(lab: Lab, options: RunnerOptions): Promise<LabRun> {
  const article = await readLabArticle(lab.article);
  console.log(styleText('bold', `\n${lab.article}`));
  const outcomes: Outcome[] = [];
  const chosen = lab.scenarios.filter(({ name }) => !options.only || name.includes(options.only));
  for (const [index, scenario] of chosen.entries()) {
    process.stdout.write(`  [${index + 1}/${chosen.length}] ${scenario.name} … `);
    const outcome = await runScenario(scenario, article, options);
    outcomes.push(outcome);
    console.log(told(outcome));
  }
  return { article, outcomes };
}

async function runScenario(scenario: Scenario, article: LabArticle, { all }: RunnerOptions): Promise<Outcome> {
  const why = await reasonToSkip(scenario, all);
  if (why) return { scenario, is: 'skipped', why };
  const started = performance.now();
  const seconds = () => (performance.now() - started) / 1000;
  const folder = path.join(tmpdir(), `faultbook-lab-${article.slug}`);
  const ledger = `${folder}.processes`;
  await endLeftovers(ledger);
  await rm(folder, { recursive: true, force: true });
  await mkdir(path.join(folder, 'bin'), { recursive: true });
  const bench = (inUse = new Bench(article, folder, new Processes(ledger)));
  try {
    await withinTime(scenario.run(bench), scenario.seconds ?? 120);
    if (bench.observations.software.length === 0) throw new Error('The scenario did not say which software it ran: call bench.uses().');
    return { scenario, is: 'passed', seconds: seconds(), observations: bench.observations };
  } catch (error) {
    return { scenario, is: 'failed', seconds: seconds(), error: error instanceof Error ? error : new Error(String(error)) };
  } finally {
    await cleanUp(bench);
    inUse = undefined;
  }
}

async function reasonToSkip({ needs, onDemand, hindrance }: Scenario, all: boolean): Promise<string | undefined> {
  if (onDemand && !all) return `runs on demand, "npm run lab -- --all": ${onDemand}`;
  return (await missingPrograms(needs)) ?? (await hindrance?.());
}

async function withinTime(work: Promise<void>, seconds: number): Promise<void> {
  const late = sleep(seconds * 1000, 'late', { ref: false });
  if ((await Promise.race([work, late])) === 'late') throw new Error(`It took longer than ${seconds} s.`);
}

function told(outcome: Outcome): string {
  switch (outcome.is) {
    case 'passed':
      return `${styleText('green', 'ok')} ${outcome.seconds.toFixed(1)} s`;
    case 'skipped':
      return `${styleText('yellow', 'skipped')}: ${outcome.why}`;
    case 'failed':
      return `${styleText('red', 'FAILED')} ${outcome.seconds.toFixed(1)} s\n${outcome.error.stack ?? outcome.error.message}`.replaceAll(
        '\n',
        '\n      ',
      );
  }
}
