import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect } from '@playwright/test';
import { builds, filesOf, type Build } from '../builds.ts';
import { test } from './ready-page.ts';

async function digests({ folder }: Build): Promise<Record<string, string>> {
  const files = await filesOf(folder);
  const digest = async (file: string) =>
    createHash('sha256')
      .update(await readFile(path.join(folder, file)))
      .digest('hex');
  return Object.fromEntries(await Promise.all(files.map(async (file) => [file, await digest(file)] as const)));
}

test('a build after a change is the same as one from nothing, byte for byte, wherever the content lies', async () => {
  const [first, second] = await Promise.all([digests(builds.root), digests(builds.again)]);
  expect(second).toEqual(first);
});
