import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { writeCompressedCopies } from '../../../src/build/compressed-copies.ts';
import { folderOf } from '../folder-of.ts';

const page = '<p>Raise the limit.</p>'.repeat(100);
const site = { 'articles/queue/index.html': page, 'small.txt': 'too small', 'pictures/queue.png': page, 'pagefind/en_1.pf_index': page };

test('a text file has two smaller copies of its content; small, and already compressed files have none', async () => {
  const folder = await folderOf(site);
  const { files, bytes, formBytes } = await writeCompressedCopies(folder);
  const read = (name: string) => readFile(path.join(folder, name));
  const [gz, br] = [await read('articles/queue/index.html.gz'), await read('articles/queue/index.html.br')];
  expect([gunzipSync(gz).toString(), brotliDecompressSync(br).toString()]).toEqual([page, page]);
  expect({ files, bytes, formBytes }).toEqual({ files: 1, bytes: page.length, formBytes: { gz: gz.length, br: br.length } });
  expect(Math.max(gz.length, br.length)).toBeLessThan(page.length / 10);
  const written = (await readdir(folder, { recursive: true })).filter((name) => /\.(gz|br)$/.test(name));
  expect(written).toHaveLength(2);
});

test('a second run writes the same, and no copies of copies', async () => {
  const folder = await folderOf(site);
  const first = await writeCompressedCopies(folder);
  const names = await readdir(folder, { recursive: true });
  expect(await writeCompressedCopies(folder)).toEqual(first);
  expect(await readdir(folder, { recursive: true })).toEqual(names);
});
