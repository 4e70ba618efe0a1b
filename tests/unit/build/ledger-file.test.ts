import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openLedger } from '../../../src/build/ledger-file.ts';
import { UserError } from '../../../src/user-error.ts';
import { folderOf } from '../folder-of.ts';

const textOf = (root: string) => readFile(path.join(root, 'ledger.txt'), 'utf8');

test('addresses are added to what is there, and none is removed', async () => {
  const root = await folderOf({ 'ledger.txt': '/\n/articles/gone/\n' });
  const ledger = await openLedger(root);
  expect(ledger.isNew).toBe(false);
  expect(await ledger.add(['/', '/articles/queue/'])).toEqual(['/articles/queue/']);
  expect((await textOf(root)).split('\n').filter((line) => line.startsWith('/'))).toEqual(['/', '/articles/gone/', '/articles/queue/']);
  await ledger.discardNew();
  expect(await textOf(root)).toContain('/articles/gone/');
});

test('where there is no file, one is made, and it can be taken back', async () => {
  const root = await folderOf({});
  const ledger = await openLedger(root);
  expect(ledger.isNew).toBe(true);
  expect(await textOf(root)).toBe('');
  await ledger.discardNew();
  await expect(textOf(root)).rejects.toThrow('ENOENT');
});

test('a ledger with lines that are not understood is left as it is', async () => {
  const text = '<<<<<<< HEAD\n/articles/gone/\n=======\n';
  const root = await folderOf({ 'ledger.txt': text });
  await expect(openLedger(root)).rejects.toThrow(UserError);
  await expect(openLedger(root)).rejects.toThrow('"<<<<<<< HEAD", which is not an address of the site');
  expect(await textOf(root)).toBe(text);
});

test('a ledger that cannot be read is not replaced', async () => {
  const root = await folderOf({});
  await mkdir(path.join(root, 'ledger.txt'));
  await expect(openLedger(root)).rejects.toThrow('ledger.txt:1:1');
});

test('a folder that does not exist gets a message, and no ledger', async () => {
  const root = await folderOf({});
  const missing = path.join(root, 'elsewhere');
  await expect(openLedger(missing)).rejects.toThrow(/cannot be created.*CONTENT_ROOT/);
  await rm(missing, { recursive: true, force: true });
});
