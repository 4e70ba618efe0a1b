/** `npm test`: every check there is, the real-browser ones included, with the totals on the last line. */
import { spawn } from 'node:child_process';
import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';

/** A step; `counts` reads how many tests passed and failed where a step is many tests. */
interface Step {
  name: string;
  command: string[];
  env?: Record<string, string>;
  counts?: () => Promise<Totals>;
}
interface Totals {
  passed: number;
  failed: number;
}

const results = path.resolve('test-results');
const vitestReport = path.join(results, 'vitest.json');
const playwrightReport = path.join(results, 'playwright.json');
const labsReport = path.join(results, 'labs.json');
const build = (folder: string, base: string, content = 'content'): Step => ({
  name: `build ${folder}`,
  command: ['astro', 'build'],
  env: { OUT_DIR: folder, BASE_PATH: base, CONTENT_ROOT: content },
});

const steps: Step[] = [
  { name: 'formatting', command: ['prettier', '--check', '--log-level', 'warn', '.'] },
  // Makes the types of the collections as well, which lint needs.
  { name: 'types', command: ['astro', 'check'] },
  { name: 'lint', command: ['eslint', '.', '--max-warnings', '0'] },
  { name: 'content', command: ['node', 'scripts/check.ts'] },
  {
    name: 'unit',
    command: ['vitest', 'run', '--reporter=dot', '--reporter=json', `--outputFile.json=${vitestReport}`],
    counts: vitestCounts,
  },
  // Output is compared with what is recorded; what this machine lacks is named and skipped.
  { name: 'labs', command: ['node', 'scripts/lab.ts', '--every', '--check', '--report', labsReport], counts: labsCounts },
  build('dist', '/'),
  { name: 'ledger', command: ['node', 'scripts/ledger.ts', '--check'] },
  build('dist-kb', '/kb/'),
  build('dist-again', '/'),
  build('dist-history', '/kb/', 'tests/fixtures/history/4-split'),
  {
    name: 'browser',
    command: ['playwright', 'test', '--reporter=dot,json'],
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: playwrightReport },
    counts: playwrightCounts,
  },
];

await rm(results, { recursive: true, force: true });
await mkdir(results, { recursive: true });
const totals: Totals = { passed: 0, failed: 0 };
const failures: string[] = [];
for (const [index, step] of steps.entries()) {
  console.log(`\n[${index + 1}/${steps.length}] ${step.name}`);
  const started = Date.now();
  const ok = await run(step);
  const counted = (await step.counts?.().catch(() => undefined)) ?? { passed: 0, failed: 0 };
  // A step that fails without naming a test counts as one failure.
  totals.passed += counted.passed + (step.counts || !ok ? 0 : 1);
  totals.failed += ok ? 0 : Math.max(1, counted.failed);
  if (!ok) failures.push(step.name);
  console.log(`[${index + 1}/${steps.length}] ${step.name}: ${ok ? 'ok' : 'FAILED'} in ${((Date.now() - started) / 1000).toFixed(1)} s`);
}
if (failures.length) console.log(`\nFailed: ${failures.join(', ')}`);
console.log(`\n${totals.passed} passed, ${totals.failed} failed`);
process.exitCode = failures.length ? 1 : 0;

function run({ command: [program = '', ...args], env }: Step): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: 'inherit', env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...env } });
    child.on('error', (error) => {
      console.error(`${program} could not be started: ${error.message}. Run "npm install" first, and this by "npm test".`);
      resolve(false);
    });
    child.on('exit', (code) => resolve(code === 0));
  });
}

async function vitestCounts(): Promise<Totals> {
  const report = JSON.parse(await readFile(vitestReport, 'utf8')) as { numPassedTests: number; numFailedTests: number };
  return { passed: report.numPassedTests, failed: report.numFailedTests };
}

async function labsCounts(): Promise<Totals> {
  return JSON.parse(await readFile(labsReport, 'utf8')) as Totals;
}

async function playwrightCounts(): Promise<Totals> {
  const { stats } = JSON.parse(await readFile(playwrightReport, 'utf8')) as {
    stats: { expected: number; flaky: number; unexpected: number };
  };
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected };
}
