/** `npm run new-site` makes a site that is filled, true and green. */
import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';
import { cloneAddress, firstArticle, makeSite, nameOfFolder, type NewSite } from '../../scripts/new-site/make-site.ts';
import { contentAddresses } from '../../src/addresses/ledger/content-addresses.ts';
import { readLedger } from '../../src/addresses/ledger/ledger.ts';
import { checkContent } from '../../src/check/check-content.ts';
import type { LabRecord } from '../../src/model/lab-record.ts';
import { filesOf } from '../builds.ts';
import { issueLine } from './content-root.ts';

const engine = 'https://git.example/tools/engine.git';

/** A folder for new sites, for one test. */
async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'new-site-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

/** Runs the command. When the site is made, its lab runs too, which takes seconds. */
const newSite = (from: string, ...args: string[]) =>
  spawnSync(process.execPath, ['scripts/new-site.ts', ...args], {
    encoding: 'utf8',
    env: { ...process.env, FORCE_COLOR: '0', INIT_CWD: from },
  });

/** Makes a site as the command does, without its lab. Returns its folder. */
async function madeSite(site: Partial<NewSite> = {}): Promise<string> {
  const folder = path.join(await emptyFolder(), 'our-faults');
  await makeSite({ folder, name: 'Our faults', ci: 'github', engine: { address: engine, commit: 'c0ffee' }, today: '2031-02-03', ...site });
  return folder;
}

const textOf = (root: string, ...file: string[]) => readFile(path.join(root, ...file), 'utf8');
const today = () => new Date().toISOString().slice(0, 10);

/** Everything that the check says of a content root, and the addresses that its ledger lacks. */
async function wrongIn(root: string): Promise<string[]> {
  const { issues, remarks, corpus } = await checkContent(root, root);
  const known = new Set(readLedger(await textOf(root, 'ledger.txt')).entries.map(({ text }) => text));
  const missing = [...contentAddresses(corpus)].filter((address) => !known.has(address));
  return [...[...issues, ...remarks].map(issueLine), ...missing.map((address) => `not in the ledger: ${address}`)];
}

test('the site is green, and its lab has run', async () => {
  const folder = await emptyFolder();
  const days = [today()];
  const { status, stdout, stderr } = newSite(folder, 'our-faults', '--engine', 'git@git.example:tools/engine.git');
  days.push(today());
  expect(stderr).toBe('');
  expect(status).toBe(0);
  const root = path.join(folder, 'our-faults');
  expect(await wrongIn(root)).toEqual([]);
  expect(parse(await textOf(root, 'site.yaml'))).toEqual(expect.objectContaining({ name: 'Our faults', software: engine }));
  for (const command of ['npm start', 'npm run new --', 'git -C our-faults init']) expect(stdout).toContain(command);

  const article = await textOf(root, 'articles', firstArticle, 'index.mdx');
  const { scenarios } = JSON.parse(await textOf(root, 'articles', firstArticle, 'lab.json')) as LabRecord;
  const [oldest = ''] = scenarios.map(({ date }) => date).toSorted();
  expect(days).toContain(/^published: (.*)$/m.exec(article)?.[1]);
  expect(/^reviewed: (.*)$/m.exec(article)?.[1]).toBe(oldest);
  // Where the lab could not run, the record is the template's, which is older.
  if (!stdout.includes('keeps the record')) expect(days).toContain(oldest);
});

test('its files name the folder, the engine and its version, and nothing is left to fill in', async () => {
  const root = await madeSite({ name: 'Checkout: "the" faults' });
  const texts = await Promise.all((await filesOf(root)).map((file) => textOf(root, file)));
  expect(texts.join('\n')).not.toMatch(/@[a-z]+@|git\.example\/engine\b/);
  expect(parse(await textOf(root, 'site.yaml'))).toEqual(expect.objectContaining({ name: 'Checkout: "the" faults' }));
  const readme = await textOf(root, 'README.md');
  expect(readme).toContain('# Checkout: "the" faults\n');
  expect(readme).toContain(`git clone ${engine} faultbook\n`);
  expect(readme).toContain('export CONTENT_ROOT=../our-faults\n');
  expect(await textOf(root, 'articles', firstArticle, 'index.mdx')).toContain('\npublished: 2031-02-03\n');
});

test.for([
  ['github', '.github'],
  ['gitlab', '.gitlab-ci.yml'],
  ['none', undefined],
] as const)('for CI on %s it has %s', async ([ci, file]) => {
  const root = await madeSite({ ci });
  expect((await readdir(root)).filter((name) => /^\.git(hub|lab)/.test(name))).toEqual(file ? [file] : []);
});

test('CI takes the engine from its address, at the commit that made the site', async () => {
  const root = await madeSite({ ci: 'github' });
  const workflow = parse(await textOf(root, '.github', 'workflows', 'site.yml')) as { env: Record<string, string> };
  expect(workflow.env).toEqual({ ENGINE: engine, ENGINE_COMMIT: 'c0ffee', CONTENT_ROOT: '${{ github.workspace }}' });
  const pipeline = parse(await textOf(await madeSite({ ci: 'gitlab' }), '.gitlab-ci.yml')) as { variables: Record<string, string> };
  expect(pipeline.variables).toEqual({ ENGINE: engine, ENGINE_COMMIT: 'c0ffee' });
});

test('an engine without an address on the web is named by no page', async () => {
  const root = await madeSite({ engine: { address: '/srv/git/engine.git', commit: 'c0ffee' } });
  expect(parse(await textOf(root, 'site.yaml'))).not.toHaveProperty('software');
  expect(await wrongIn(root)).toEqual([]);
});

describe('refused, and nothing is written', () => {
  test.for<[args: string[], message: string]>([
    [[], 'Name one folder for the new site. Usage: npm run new-site -- ../our-faults'],
    [['one', 'two'], 'Name one folder for the new site'],
    [['site', '--ci', 'jenkins'], '--ci jenkins is not known. Accepted: github, gitlab, none.'],
    [['site', '--name', 'x'.repeat(41)], 'the name of a site must be at most 40 characters long'],
    [['site', '--nam', 'x'], "Unknown option '--nam'"],
    [['file.txt'], 'Name a folder that does not exist.'],
    [['full'], 'is not empty (it has notes.md), and nothing in it was changed. Name a folder that does not exist.'],
  ])('%j', async ([args, message]) => {
    const folder = await emptyFolder();
    await writeFile(path.join(folder, 'file.txt'), 'a file');
    await mkdir(path.join(folder, 'full'));
    await writeFile(path.join(folder, 'full', 'notes.md'), 'mine');
    const { status, stderr } = newSite(folder, ...args, '--engine', engine);
    expect(stderr).toContain(message);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(status).toBe(1);
    expect(await filesOf(folder)).toEqual(['file.txt', 'full/notes.md']);
  });
});

test('the template is a content root itself, and as green as what is made from it', async () => {
  expect(await wrongIn('scripts/new-site/template')).toEqual([]);
});

test.for([
  ['../our-faults', 'Our faults'],
  ['/srv/checkout_runbooks', 'Checkout runbooks'],
  ['SRE', 'SRE'],
])('the folder %s gives the name "%s"', ([folder = '', name]) => {
  expect(nameOfFolder(folder)).toBe(name);
});

test.for([
  ['git@github.com:team/engine.git', 'https://github.com/team/engine.git'],
  ['ssh://git@git.example:2222/team/engine', 'https://git.example/team/engine'],
  ['ssh://git@git.example/team/engine', 'https://git.example/team/engine'],
  ['https://git.example/team/engine', 'https://git.example/team/engine'],
  ['/srv/git/engine.git', '/srv/git/engine.git'],
])('the remote %s is cloned from %s', ([remote = '', address]) => {
  expect(cloneAddress(remote)).toBe(address);
});
