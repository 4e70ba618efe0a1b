import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { sitemapEntry } from '../../../src/published/sitemap.ts';

async function entryOf(head: string, base = '/') {
  const folder = await mkdtemp(path.join(tmpdir(), 'sitemap-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await mkdir(path.join(folder, 'a'));
  await writeFile(path.join(folder, 'a', 'index.html'), `<!doctype html><html><head>${head}</head></html>`);
  return sitemapEntry(folder, base)({ url: `https://kb.example${base.replace(/\/*$/, '/')}a/` });
}

test.for(['/', '/kb/', '/kb'])('a page that says when it was last changed has it in the site map, under the base "%s"', async (base) => {
  const entry = await entryOf('<meta property="article:modified_time" content="2026-01-20">', base);
  expect(entry?.lastmod).toBe('2026-01-20');
});

test('a page that does not say so has no date', async () => {
  expect(await entryOf('')).toEqual({ url: 'https://kb.example/a/' });
});

test('a page that search engines should leave out is not in the site map', async () => {
  expect(await entryOf('<meta name="robots" content="noindex">')).toBeUndefined();
});
