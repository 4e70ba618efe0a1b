import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { securityPolicy } from '../../../src/build/security-policy.ts';
import { readContent } from '../../../src/content/read-content.ts';
import { validRoot } from '../../content/content-root.ts';
import { folderOf } from '../folder-of.ts';

const page = '<!doctype html><html><head><meta charset="utf-8"></head><body></body></html>';
const own = '<html><script>verify()</script></html>';

/** Runs the step on a built site, of which `public` are the site's own files, and gives the built files. */
async function runOn(built: Record<string, string>, publicFiles: Record<string, string>): Promise<(name: string) => Promise<string>> {
  const [folder, publicDir] = [await folderOf(built), await folderOf(publicFiles)];
  const { hooks } = securityPolicy(async () => ({ corpus: await readContent(validRoot), issues: [], remarks: [] }));
  const url = (of: string) => pathToFileURL(of + path.sep);
  await hooks['astro:config:done']?.({ config: { base: '/', publicDir: url(publicDir) } } as never);
  await hooks['astro:build:done']?.({ dir: url(folder) } as never);
  return (name) => readFile(path.join(folder, name), 'utf8');
}

test('every page gets its policy, and the site’s own files stay as they are', async () => {
  const built = await runOn({ 'index.html': page, 'checks/verify.html': own }, { 'checks/verify.html': own });
  expect(await built('index.html')).toContain('<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src');
  expect(await built('checks/verify.html')).toBe(own);
  expect(await built('_headers')).toContain("default-src 'none'");
});

test('a page without an encoding is a bug, which is named', async () => {
  await expect(runOn({ 'index.html': own }, {})).rejects.toThrow('has no <meta charset="utf-8">');
});
