/** Known differences of engines in which these tests do not run. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect } from '@playwright/test';
import { builds } from '../builds.ts';
import { test } from './ready-page.ts';

test('links are underlined in WebKit, which ignores a text-decoration shorthand with more than the line', async () => {
  const folder = path.join(builds.root.folder, '_astro');
  const sheets = (await readdir(folder)).filter((name) => name.endsWith('.css'));
  expect(sheets.length).toBeGreaterThan(0);
  for (const sheet of sheets) {
    const css = await readFile(path.join(folder, sheet), 'utf8');
    expect(css).toContain('text-decoration');
    expect.soft(css.match(/text-decoration:[^;}]*[\s(][^;}]*/g) ?? [], sheet).toEqual([]);
  }
});
