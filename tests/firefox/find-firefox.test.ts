import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { findFirefox } from './find-firefox.ts';

/** A folder with an empty file in it, which is deleted after the test. */
async function folderWith(name: string): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'firefox-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(path.join(folder, name), '');
  return folder;
}

test.for(['firefox-esr', 'firefox'])('%s is found on the PATH', async (name) => {
  const [empty, folder] = [await folderWith('other'), await folderWith(name)];
  expect(findFirefox({ PATH: [empty, folder].join(path.delimiter) })).toBe(path.join(folder, name));
});

test('FAULTBOOK_FIREFOX comes before the PATH', async () => {
  const [own, installed] = [await folderWith('nightly'), await folderWith('firefox')];
  const named = path.join(own, 'nightly');
  expect(findFirefox({ PATH: installed, FAULTBOOK_FIREFOX: named })).toBe(named);
});

test('FAULTBOOK_FIREFOX that names nothing is an error, and not a reason to skip', async () => {
  const installed = await folderWith('firefox');
  expect(() => findFirefox({ PATH: installed, FAULTBOOK_FIREFOX: '/no/such/firefox' })).toThrow(
    'FAULTBOOK_FIREFOX names "/no/such/firefox", which does not exist. Correct it, or unset it to use the Firefox of this machine.',
  );
});
