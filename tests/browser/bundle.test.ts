import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from '@playwright/test';
import { unzipSync } from 'fflate';
import { bundleOf } from '../../src/build/bundle.ts';
import { builds, filesOf } from '../builds.ts';
import { test } from './ready-page.ts';
import { symptomsOf } from './site.ts';

/** Starts a server of files on a free port of this machine, and tells where it is once it says so. */
async function serveByPython(folder: string): Promise<{ url: string; server: ChildProcess }> {
  const server = spawn('python3', ['-u', '-m', 'http.server', '0', '--bind', '127.0.0.1'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const url = await new Promise<string>((resolve, reject) => {
    server.on('error', reject);
    server.on('exit', () => reject(new Error('The server ended.')));
    server.stdout.on('data', (said: Buffer) => resolve(/http:\S+?:\d+\//.exec(said.toString())?.[0] ?? ''));
  });
  return { url, server };
}

test('the bundle has all files of the site and says how to open it; two bundles of one site are the same', async () => {
  const { name, content } = await bundleOf(builds.root.folder, 'Courier: faults & fixes');
  const folder = name.replace(/\.zip$/, '');
  expect(name).toMatch(/^courier-faults-fixes-[0-9a-f]{12}\.zip$/);
  const files = (await filesOf(builds.root.folder)).map((file) => `${folder}/${file}`);
  expect(Object.keys(unzipSync(content)).toSorted()).toEqual([...files, `${folder}/README.txt`].toSorted());
  expect((await bundleOf(builds.again.folder, 'Courier: faults & fixes')).content).toEqual(content);
});

test('unpacked and served by Python as it says, its pages open and its search answers', async ({ page }) => {
  test.skip(spawnSync('python3', ['--version']).error !== undefined, 'This machine has no python3.');
  const { name, content } = await bundleOf(builds.root.folder, 'The fault manual');
  const root = await mkdtemp(path.join(tmpdir(), 'bundle-'));
  for (const [file, data] of Object.entries(unzipSync(content))) {
    await mkdir(path.dirname(path.join(root, file)), { recursive: true });
    await writeFile(path.join(root, file), data);
  }
  const { url: at, server } = await serveByPython(path.join(root, name.replace(/\.zip$/, '')));
  try {
    const [{ title, url }] = await symptomsOf();
    await page.goto(at);
    await page.getByRole('textbox', { name: 'Error message, log or description' }).fill(title);
    await page.getByRole('button', { name: 'Find the fault' }).click();
    await page.getByRole('main').getByRole('article').getByRole('link', { name: title }).first().click();
    await expect(page).toHaveURL(new URL(url, at).href);
    await expect(page.getByRole('heading', { level: 1 })).toContainText(title);
  } finally {
    server.kill();
    await rm(root, { recursive: true });
  }
});
