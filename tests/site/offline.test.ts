import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect } from '@playwright/test';
import { versionOf, type SiteFile } from '../../src/reader/offline/site-version.ts';
import { addressOfFile } from '../builds.ts';
import { test, textOf } from './build-under-test.ts';

// A browser refuses a file whose hash is not that of the list, and then keeps nothing of the site.
test('the list of the offline copy has every page, and every file as it is', async ({ build, pages }) => {
  const text = await textOf(build, 'offline/files.json');
  const list = JSON.parse(text) as SiteFile[];
  const listed = new Set(list.map((file) => file.path));
  expect([...pages.keys()].filter((file) => file !== '404.html' && !listed.has(addressOfFile(file)))).toEqual([]);
  for (const { path: name, bytes, integrity } of list) {
    const content = await readFile(path.join(build.folder, name.replace(/(^|\/)$/, '$1index.html')));
    const hash = createHash('sha256').update(content).digest('base64');
    expect.soft({ bytes, integrity }, name).toEqual({ bytes: content.length, integrity: `sha256-${hash}` });
  }
  expect(JSON.parse(await textOf(build, 'offline/version.json'))).toEqual(await versionOf(text));
});
