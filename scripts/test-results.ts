/** Reads the test reports of the steps of `npm test`. */
import { readFile } from 'node:fs/promises';

/** A test that ran. */
export interface TimedTest {
  title: string;
  seconds: number;
}

/** How many tests passed and failed, and how long each took, if the step reports it. */
export interface Results {
  passed: number;
  failed: number;
  tests: TimedTest[];
}

const read = async (file: string): Promise<unknown> => JSON.parse(await readFile(file, 'utf8'));

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { assertionResults: { fullName: string; duration?: number }[] }[];
}

/** Reads the JSON report of Vitest. */
export async function readVitest(file: string): Promise<Results> {
  const { numPassedTests, numFailedTests, testResults } = (await read(file)) as VitestReport;
  const tests = testResults.flatMap(({ assertionResults }) =>
    assertionResults.map(({ fullName, duration = 0 }) => ({ title: fullName, seconds: duration / 1000 })),
  );
  return { passed: numPassedTests, failed: numFailedTests, tests };
}

interface PlaywrightSuite {
  title: string;
  suites?: PlaywrightSuite[];
  specs: { title: string; file: string; tests: { projectName: string; results: { duration: number }[] }[] }[];
}
interface PlaywrightReport {
  suites: PlaywrightSuite[];
  stats: { expected: number; unexpected: number; flaky: number };
}

/** Reads the JSON report of Playwright. No test is tried twice, so none is flaky. */
export async function readPlaywright(file: string): Promise<Results> {
  const { suites, stats } = (await read(file)) as PlaywrightReport;
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, tests: suites.flatMap((suite) => testsIn(suite, [])) };
}

function testsIn({ title, suites = [], specs }: PlaywrightSuite, above: string[]): TimedTest[] {
  const names = [...above, title];
  const own = specs.flatMap((spec) =>
    spec.tests.map(({ projectName, results }) => ({
      title: [projectName, ...names, spec.title].join(' › '),
      seconds: results.reduce((sum, { duration }) => sum + duration, 0) / 1000,
    })),
  );
  return [...own, ...suites.flatMap((suite) => testsIn(suite, names))];
}

/** Reads the report of the labs, which counts alone. */
export async function readLabs(file: string): Promise<Results> {
  return { ...((await read(file)) as Pick<Results, 'passed' | 'failed'>), tests: [] };
}
