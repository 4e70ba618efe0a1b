import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { revisionOf } from '../../../src/content/revision.ts';

let folder = '';
const write = async (file: string, text: string) => {
  await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
  await writeFile(path.join(folder, file), text);
};

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'revision-'));
  await write('index.mdx', 'The queue is full.');
  await write('captures/deep/full.txt', 'ERR queue is full');
});
afterEach(() => rm(folder, { recursive: true }));

test('is eight hex digits, the same for the same files', async () => {
  const revision = await revisionOf(folder);
  expect(revision).toMatch(/^[0-9a-f]{8}$/);
  await write('index.mdx', 'The queue is full.');
  expect(await revisionOf(folder)).toBe(revision);
});

test.for([
  ['the article', 'index.mdx', 'The queue is empty.'],
  ['a capture', 'captures/deep/full.txt', 'ERR queue is empty'],
  ['the number of captures', 'captures/other.txt', ''],
] as const)('changes with %s', async ([, file, text]) => {
  const before = await revisionOf(folder);
  await write(file, text);
  expect(await revisionOf(folder)).not.toBe(before);
});

test('does not change with files that readers do not see', async () => {
  const before = await revisionOf(folder);
  await write('notes.txt', 'to do');
  expect(await revisionOf(folder)).toBe(before);
});
