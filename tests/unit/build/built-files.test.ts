import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { builtFiles, writeSiteVersion } from '../../../src/build/built-files.ts';
import { folderOf } from '../folder-of.ts';

const site = {
  'index.html': '<p>Front</p>',
  'articles/queue/index.html': '<p>Queue ü</p>',
  'articles/queue.md': '# Queue',
  '_astro/page.Bq1.js': 'export {};',
  'pagefind/index/en_1.pf_index': 'words',
  'favicon.svg': '<svg/>',
};
const notKept = {
  '404.html': '<p>Lost</p>',
  'faults.json': '{}',
  'faults.schema.json': '{}',
  'rss.xml': '<rss/>',
  'sitemap-0.xml': '',
  'sitemap-index.xml': '',
  'opensearch.xml': '',
  'robots.txt': '',
  'llms.txt': '',
  'pictures/queue.png': 'picture',
  _headers: '',
  _redirects: '',
  'nginx.conf': '',
  Caddyfile: '',
  'index.html.gz': '',
  'articles/queue/index.html.br': '',
  'service-worker.js': '',
};

test('readers may keep pages, their code and the index, by address; not what programs and hosts read', async () => {
  const files = await builtFiles(await folderOf({ ...site, ...notKept }));
  expect(files.map(({ path }) => path)).toEqual([
    '_astro/page.Bq1.js',
    'articles/queue.md',
    'articles/queue/',
    'favicon.svg',
    '',
    'pagefind/index/en_1.pf_index',
  ]);
  const hash = createHash('sha256').update(site['articles/queue/index.html']).digest('base64');
  expect(files.find(({ path }) => path === 'articles/queue/')).toEqual({
    path: 'articles/queue/',
    bytes: Buffer.byteLength(site['articles/queue/index.html']),
    integrity: `sha256-${hash}`,
  });
});

test('the version depends on the content of the files only, and does not change when it is written again', async () => {
  const folder = await folderOf(site);
  const version = await writeSiteVersion(folder);
  const bytes = Buffer.byteLength(Object.values(site).join(''));
  expect(version).toEqual({ version: expect.stringMatching(/^[0-9a-f]{12}$/) as string, files: 6, bytes });
  expect(JSON.parse(await readFile(path.join(folder, 'offline/version.json'), 'utf8'))).toEqual(version);
  expect(await writeSiteVersion(folder)).toEqual(version);
  expect(await writeSiteVersion(await folderOf({ ...site, ...notKept }))).toEqual(version);
  const versionWith = async (change: Partial<typeof site>) => (await writeSiteVersion(await folderOf({ ...site, ...change }))).version;
  expect(await versionWith({ 'pagefind/index/en_1.pf_index': 'other' })).not.toBe(version.version);
  expect(await versionWith({ 'articles/queue/index.html': '<p>Queue u</p>' })).not.toBe(version.version);
});
