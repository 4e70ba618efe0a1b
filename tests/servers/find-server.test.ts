import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { findServer } from './find-server.ts';

test('a server is found on the PATH, and one that is nowhere is missing', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'servers-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const server = { name: 'no-such-server', debianPackage: 'none' };
  expect(findServer(server, { PATH: folder })).toBeUndefined();
  await writeFile(path.join(folder, server.name), '');
  expect(findServer(server, { PATH: folder })).toBe(path.join(folder, server.name));
});
