import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { findingsInBothThemes } from '../browser/accessibility.ts';
import { test } from './build-under-test.ts';
import { testEveryPage } from './every-page.ts';

/** A width below and one above all at which the layout changes; no other width can show anything else. */
const widths = { narrow: 320, wide: 1280 };
/** How many entries of a long list are checked; all have the same markup. */
const mostEntries = 40;

test('the layout changes at no width outside of those at which axe looks', async ({ build, files }) => {
  const sheets = [...files].filter((file) => file.endsWith('.css'));
  const texts = await Promise.all(sheets.map((file) => readFile(path.join(build.folder, file), 'utf8')));
  const queries = texts.flatMap((text) => [...text.matchAll(/@(?:media|container)[^{]*\bwidth\b[^{]*/g)].map(([query]) => query));
  const pixels = queries.flatMap((query) =>
    [...query.matchAll(/([\d.]+)(rem|px)/g)].map(([, size, unit]) => Number(size) * (unit === 'rem' ? 16 : 1)),
  );
  expect(queries.length).toBeGreaterThan(0);
  expect(pixels.length).toBeGreaterThanOrEqual(queries.length);
  expect(Math.min(...pixels)).toBeGreaterThan(widths.narrow);
  expect(Math.max(...pixels)).toBeLessThanOrEqual(widths.wide);
});

testEveryPage('axe finds nothing on a page, narrow and wide, light and dark', async ({ page, address, open }) => {
  await page.setViewportSize({ width: widths.wide, height: 900 });
  await open();
  await shortenLists(page);
  for (const width of Object.values(widths)) {
    await page.setViewportSize({ width, height: 900 });
    expect.soft(await findingsInBothThemes(page), `/${address} at ${width} pixels`).toEqual([]);
  }
});

/** Takes entries off long lists of a page. */
const shortenLists = (page: Page): Promise<void> =>
  page.evaluate((most) => {
    for (const list of document.querySelectorAll('ul, ol')) for (const entry of [...list.children].slice(most)) entry.remove();
  }, mostEntries);
