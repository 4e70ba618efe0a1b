/**
 * `npm test`: every check there is. At the end stand the slowest tests, the time of each step, and the totals on the last line.
 *
 * `npm run test:site` runs the checks of the site alone: its content, its build and all that follows from them. `npm test -- builds`
 * makes the builds that tests read, to run some of the tests with Playwright afterwards.
 */
import { spawn } from 'node:child_process';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { buildEnvironment, builds, site, type Build } from '../tests/builds.ts';
import { readLabs, readPlaywright, readVitest, type Results } from './test-results.ts';

/** What a step belongs to: the engine, whose tests run on fixtures, or the site, which is the content and its build. */
const sets = ['engine', 'site', 'builds'] as const;
type StepSet = (typeof sets)[number];

interface Step {
  name: string;
  sets: readonly StepSet[];
  command: string[];
  env?: Record<string, string>;
  /** Steps without which this one would only fail in other words. */
  needs?: string[];
  /** Reads how many tests passed and failed, where a step is many tests. */
  results?: () => Promise<Results>;
}

/** A step that is over. */
interface Outcome extends Results {
  step: Step;
  ok: boolean;
  seconds: number;
}

const folder = path.resolve('test-results');
const report = (name: string) => path.join(folder, `${name}.json`);
const node = (script: string, ...args: string[]) => ['node', script, ...args];
/** A build from nothing; `--force` forgets the last one. */
const build = (name: string, built: Build, set: StepSet, needs: string[] = []): Step => ({
  name,
  sets: [set, 'builds'],
  command: ['astro', 'build', '--force'],
  env: buildEnvironment(built),
  needs,
});
/** Tests in a browser; Playwright deletes what other reports lie in its own folder, so each run has one. */
const playwright = (name: string, set: StepSet, projects: string[], needs: string[]): Step => ({
  name,
  sets: [set],
  command: [
    'playwright',
    'test',
    ...projects.map((project) => `--project=${project}`),
    '--reporter=dot,json',
    `--output=${folder}/${name}`,
  ],
  env: { PLAYWRIGHT_JSON_OUTPUT_NAME: report(name) },
  needs,
  results: () => readPlaywright(report(name)),
});

const formatting: Step = { name: 'formatting', sets: ['engine'], command: ['prettier', '--check', '--log-level', 'warn', '.'] };
/** Makes the types of the collections as well, which lint needs. */
const types: Step = { name: 'types', sets: ['engine'], command: ['astro', 'check'] };
const lint: Step = { name: 'lint', sets: ['engine'], command: ['eslint', '.', '--max-warnings', '0'] };
const vitest = (project: string, needs: string[] = []): Step => ({
  name: project,
  sets: ['engine'],
  command: ['vitest', 'run', `--project=${project}`, '--reporter=dot', '--reporter=json', `--outputFile.json=${report(project)}`],
  needs,
  results: () => readVitest(report(project)),
});
const content: Step = { name: 'content', sets: ['site'], command: node('scripts/check.ts') };
const ledgerOf = (name: string, built: Build, set: StepSet, needed: string): Step => ({
  name,
  sets: [set],
  command: node('scripts/ledger.ts', '--check'),
  env: buildEnvironment(built),
  needs: [needed],
});
/** Runs the scenarios whose inputs changed since they were recorded. What this machine lacks is named and skipped. */
const labs: Step = {
  name: 'labs',
  sets: ['site'],
  command: node('scripts/lab.ts', '--changed', '--check', '--report', report('labs')),
  results: () => readLabs(report('labs')),
};

/** Two steps that need one core each run side by side. Builds come one after the other: Astro keeps its types in one place. */
const sideBySide: Step[][] = [
  [
    types,
    lint,
    { name: 'write fixture', sets: ['engine', 'builds'], command: node('tests/fixture-site/write.ts') },
    build('build fixture', builds.root, 'engine', ['write fixture']),
    build('build fixture before a change', builds.again, 'engine', ['write fixture']),
    {
      name: 'change fixture',
      sets: ['engine', 'builds'],
      command: node('tests/fixture-site/change.ts'),
      needs: ['build fixture before a change'],
    },
    { ...build('build fixture again', builds.again, 'engine', ['change fixture']), command: ['astro', 'build'] },
    build('build history', builds.history, 'engine'),
    build('build northwind', builds.northwind, 'engine'),
    build('build new site', builds.fresh, 'engine', ['write fixture']),
    ledgerOf('ledger of new site', builds.fresh, 'engine', 'build new site'),
    // Says which web server this machine lacks, and skips its tests.
    vitest('servers', ['build fixture', 'build history']),
    build('build site', site, 'site'),
    ledgerOf('ledger', site, 'site', 'build site'),
  ],
  [formatting, content, vitest('unit'), vitest('drawing')],
];
/** These use all cores. */
const alone: Step[] = [
  labs,
  playwright('site', 'site', ['site'], ['build site']),
  playwright(
    'browser',
    'engine',
    ['browser', 'fixture', 'history', 'northwind', 'new site'],
    ['build fixture', 'build fixture again', 'build history', 'build northwind', 'build new site'],
  ),
];

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !sets.some((set) => set === name));
if (unknown.length) {
  console.error(`"${unknown.join(' ')}" is no set of checks. Known: ${sets.join(', ')}; without a name, everything runs.`);
  process.exit(2);
}
const isAsked = (step: Step) => asked.length === 0 || step.sets.some((set) => asked.includes(set));
await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
const outcomes: Outcome[] = [];
await Promise.all(sideBySide.map((lane) => runAll(lane.filter(isAsked), 'pipe')));
await runAll(alone.filter(isAsked), 'inherit');
printSummary();
process.exitCode = outcomes.every(({ ok }) => ok) ? 0 : 1;

async function runAll(steps: readonly Step[], output: 'pipe' | 'inherit'): Promise<void> {
  for (const step of steps) {
    const missing = outcomes.filter(({ step: { name }, ok }) => !ok && step.needs?.includes(name)).map(({ step: { name } }) => name);
    if (output === 'inherit') console.log(`\n${step.name}`);
    const started = Date.now();
    const { ok, text } = missing.length ? { ok: false, text: `Not run: ${missing.join(', ')} failed.\n` } : await run(step, output);
    const seconds = (Date.now() - started) / 1000;
    const counted = missing.length ? undefined : await step.results?.().catch(() => undefined);
    // A step that fails without naming a test counts as one failure.
    const failed = ok ? 0 : Math.max(1, counted?.failed ?? 0);
    outcomes.push({ step, ok, seconds, passed: counted?.passed ?? (ok ? 1 : 0), failed, tests: counted?.tests ?? [] });
    console.log(`\n${text}${step.name}: ${ok ? 'ok' : 'FAILED'} in ${seconds.toFixed(1)} s`);
  }
}

/** Runs a step. Steps that run side by side give their output at the end, as one piece. */
function run({ command: [program = '', ...args], env }: Step, output: 'pipe' | 'inherit'): Promise<{ ok: boolean; text: string }> {
  return new Promise((resolve) => {
    const stdio = ['ignore', output, output] as const;
    const child = spawn(program, args, { stdio: [...stdio], env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...env } });
    const said: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part: Buffer) => said.push(part));
    child.on('error', (error) =>
      resolve({ ok: false, text: `${program} could not be started: ${error.message}. Run "npm install" first, and this by "npm test".\n` }),
    );
    child.on('close', (code) => resolve({ ok: code === 0, text: Buffer.concat(said).toString() }));
  });
}

function printSummary(): void {
  const tests = outcomes.flatMap(({ step, tests: ran }) => ran.map((test) => ({ ...test, title: `${step.name}: ${test.title}` })));
  const slowest = tests.toSorted((a, b) => b.seconds - a.seconds).slice(0, 10);
  const line = (seconds: number, what: string) => `${seconds.toFixed(1).padStart(8)} s  ${what}`;
  if (slowest.length) console.log(`\nSlowest tests\n${slowest.map(({ seconds, title }) => line(seconds, title)).join('\n')}`);
  console.log(`\nSteps\n${outcomes.map(({ step, seconds, ok }) => line(seconds, `${step.name}${ok ? '' : ': FAILED'}`)).join('\n')}`);
  console.log(line(performance.now() / 1000, 'in all'));
  const sum = (what: 'passed' | 'failed') => outcomes.reduce((total, outcome) => total + outcome[what], 0);
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
}
