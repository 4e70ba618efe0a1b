import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from '@playwright/test';
import { readLedger } from '../../src/addresses/ledger/ledger.ts';
import { builds } from '../builds.ts';
import { test } from './ready-page.ts';
import { faultsFileOf } from './site.ts';

interface Output {
  files: number;
  counts: Record<string, number>;
  links: { file: string; line: number; column: number; url: string; verdict: string; nearest?: string; now?: string; where?: string }[];
}

let folder: string;
test.beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'links-'));
});
test.afterAll(() => rm(folder, { recursive: true }));

async function put(name: string, text: string): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, text);
  return file;
}

const run = (...args: string[]) =>
  spawnSync(process.execPath, ['scripts/links.ts', ...args], { encoding: 'utf8', env: { ...process.env, FORCE_COLOR: '0' } });
const json = (...args: string[]) => {
  const { status, stdout } = run('--json', ...args);
  return { status, ...(JSON.parse(stdout) as Output) };
};

/** Both descriptions of a site: its built folder, and its faults.json. */
const against = (build: { folder: string }) => [build.folder, path.join(build.folder, 'faults.json')];

test('no address that was ever published is dead, however it was renamed, merged or split', async () => {
  const { site } = await faultsFileOf(builds.history);
  const ledger = readLedger(await readFile(path.join(builds.history.content, 'ledger.txt'), 'utf8')).entries;
  const file = await put('ticket.csv', ledger.map(({ text }, at) => `OPS-${at},${site.slice(0, -1)}${text}`).join('\n'));
  for (const known of against(builds.history)) {
    const { status, counts, links } = json(file, '--against', known);
    expect(links.filter(({ verdict }) => verdict === 'dead')).toEqual([]);
    expect(status).toBe(0);
    expect(links).toHaveLength(ledger.length);
    expect(counts['moved']).toBeGreaterThan(5);
  }
});

test('the present address that is suggested for a former one is right', async () => {
  const { site, former } = await faultsFileOf(builds.history);
  const file = await put('former.txt', former.map(({ from }) => from).join('\n'));
  const moved = json(file, '--against', builds.history.folder).links;
  expect(moved.map(({ verdict }) => verdict)).toEqual(former.map(() => 'moved'));
  const now = await put('now.txt', moved.map((link) => link.now).join('\n'));
  for (const known of against(builds.history))
    expect(json(now, '--against', known, '--site', site).counts).toEqual({ right: former.length, moved: 0, dead: 0, unchecked: 0 });
});

test('a dead link in an alert rule is reported with its place, its alert and the nearest page, and fails the job', async () => {
  const { faults } = await faultsFileOf(builds.root);
  const url = faults[0]?.url ?? '';
  const file = await put(
    'rules.yaml',
    `groups:\n- name: a\n  rules:\n  - alert: Full\n    annotations: { runbook_url: ${url.replace(/.\/$/, '/')} }\n`,
  );
  for (const known of against(builds.root)) {
    const { status, links } = json(file, '--against', known);
    expect(status).toBe(1);
    expect(links).toMatchObject([
      { file, line: 5, column: 33, verdict: 'dead', nearest: url, where: 'alert "Full", annotations.runbook_url' },
    ]);
    const { stdout } = run(file, '--against', known);
    expect(stdout).toContain(`${file}:5:33`);
    expect(stdout).toContain(url);
    expect(stdout).toContain('1 link in 1 file: 0 right, 1 dead');
  }
});

test('the site may have another URL in the links', async () => {
  const { site, faults } = await faultsFileOf(builds.root);
  const file = await put('elsewhere.md', `[a](${(faults[0]?.url ?? '').replace(site, 'https://kb.corp.example/faults/')})`);
  expect(json(file, '--against', builds.root.folder).links).toEqual([]);
  expect(json(file, '--against', builds.root.folder, '--site', 'https://kb.corp.example/faults').counts).toMatchObject({ right: 1 });
});

test('a folder is read with all that is in it', async () => {
  const { site } = await faultsFileOf(builds.root);
  for (const part of ['alerts/redis', 'alerts/.git', 'alerts/node_modules/a']) await mkdir(path.join(folder, part), { recursive: true });
  const read = [await put('alerts/one.md', site), await put('alerts/redis/rules.yml', `# ${site}`)];
  for (const left of ['alerts/.git/config.md', 'alerts/node_modules/a/README.md', 'alerts/picture.png']) await put(left, site);
  const { files, links } = json(path.join(folder, 'alerts'), '--against', builds.root.folder);
  expect(files).toBe(2);
  expect(links.map(({ file }) => file)).toEqual(read);
});

for (const [what, args, why] of [
  ['no file', [], /Give the files to read/],
  ['a file that is not there', ['no-such-file.yml'], /no-such-file\.yml does not exist/],
  ['no site to check links against', ['README.md', '--against', 'no-such-folder'], /no-such-folder does not exist.*npm run build/],
  ['a file that is no faults.json', ['README.md', '--against', 'package.json'], /package\.json cannot be used.*no faults\.json/],
  ['an unknown format', ['README.md', '--as', 'pdf'], /Accepted: yaml, markdown, text/],
  ['an unknown option', ['README.md', '--agianst', 'dist'], /agianst/],
] as const) {
  test(`stops at ${what}, and says why`, () => {
    const { status, stderr } = run(...args);
    expect(status).toBe(2);
    expect(stderr).toMatch(why);
    expect(stderr).not.toMatch(/\n\s+at /);
  });
}

test('YAML that cannot be read is reported with its place, and the other files are still checked', async () => {
  const { site } = await faultsFileOf(builds.root);
  const broken = await put('broken.yml', `a: [${site}\nb: }\n`);
  const { status, stderr, stdout } = run(broken, await put('good.md', `<${site}>`), '--against', builds.root.folder);
  expect(status).toBe(2);
  expect(stderr).toMatch(/broken\.yml:2:\d+: YAML that cannot be read: .*--as text/);
  expect(stdout).toContain('1 link in 2 files: 1 right');
});

test('files and the site are found from the folder in which the user stands, and named as given', async () => {
  const { site } = await faultsFileOf(builds.history);
  await put('alerts.txt', `${site}no-such-page/`);
  await mkdir(path.join(folder, 'tickets'));
  await put('tickets/one.csv', `OPS-1,${site}`);
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['scripts/links.ts', '--json', 'alerts.txt', 'tickets', '--against', path.relative(folder, builds.history.folder)],
    { encoding: 'utf8', env: { ...process.env, INIT_CWD: folder } },
  );
  expect(stderr).toBe('');
  const { links } = JSON.parse(stdout) as Output;
  expect(links.map(({ file, verdict }) => `${file} ${verdict}`)).toEqual(['alerts.txt dead', 'tickets/one.csv right']);
});
