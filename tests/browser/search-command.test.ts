/** `npm run search` answers on the command line. */
import { spawnSync } from 'node:child_process';
import { expect } from '@playwright/test';
import { buildEnvironment, builds } from '../builds.ts';
import { test } from './ready-page.ts';

const run = (args: readonly string[], input = '') =>
  spawnSync(process.execPath, ['scripts/search.ts', ...args], {
    encoding: 'utf8',
    input,
    env: { ...process.env, FORCE_COLOR: '0', ...buildEnvironment(builds.root) },
  });

test('a log on standard input is answered with its symptom, the check and the page', () => {
  const { status, stdout, stderr } = run([], '2026-11-30T07:14:09Z producer: ERR disk is full: journal cannot grow\n');
  expect(stderr).toBe('');
  expect(stdout).toContain('Match: ERR disk is full: journal cannot grow');
  expect(stdout).toContain('/symptoms/host-disk-no-space/');
  expect(stdout).toContain('df -h /var/lib/courier');
  expect(status).toBe(0);
});

test('with --json a program gets the answer as one line', () => {
  const { status, stdout } = run(['--json', 'ERR disk is full: journal cannot grow']);
  const answer = JSON.parse(stdout) as { verdict: string; results: { symptom: string }[] };
  expect(answer.verdict).toBe('match');
  expect(answer.results[0]?.symptom).toBe('host-disk-no-space');
  expect(status).toBe(0);
});
