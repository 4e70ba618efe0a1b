/** `npm run search` answers on the command line, from the content as it is now: no site is built. */
import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'search-'));
  await cp('tests/fixtures/site', path.join(folder, 'content'), { recursive: true });
});
afterEach(() => rm(folder, { recursive: true }));

const run = (args: readonly string[], input = '') =>
  spawnSync(process.execPath, ['scripts/search.ts', ...args], {
    encoding: 'utf8',
    input,
    env: { ...process.env, FORCE_COLOR: '0', CONTENT_ROOT: path.join(folder, 'content'), OUT_DIR: path.join(folder, 'never-built') },
  });

async function edit(file: string, now: string, then: string): Promise<void> {
  const name = path.join(folder, 'content/articles', file);
  const text = await readFile(name, 'utf8');
  expect(text).toContain(now);
  await writeFile(name, text.replace(now, then));
}

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

test('what an author has just written is found, a draft too', async () => {
  await edit('host-disk-full/index.mdx', 'technologies:', 'draft: true\ntechnologies:');
  expect(run(['ERR disk is full: journal cannot grow']).stdout).toContain('Match: ERR disk is full: journal cannot grow');
});

test('an article with an error in it is named, and the others are searched', async () => {
  await edit('worker-lost-connection/index.mdx', 'title:', 'titel:');
  const { stdout, stderr, status } = run(['ERR disk is full: journal cannot grow']);
  expect(stderr).toContain('worker-lost-connection/index.mdx\n"npm run check" shows the errors.');
  expect(stdout).toContain('/symptoms/host-disk-no-space/');
  expect(status).toBe(0);
});
