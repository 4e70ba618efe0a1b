import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { expect, type Response } from '@playwright/test';
import { watchLayoutShifts } from '../browser/layout-shifts.ts';
import { collectProblems } from '../browser/page-problems.ts';
import { test } from './build-under-test.ts';
import { testEveryPage } from './every-page.ts';
import { overBudget, watchLoads } from './weight.ts';

testEveryPage(
  'a page loads without an error, from this server only, keeps to the budget of its type, and nothing moves meanwhile',
  async ({ page, address, href, open }) => {
    const problems = collectProblems(page, new URL(href).origin);
    const shifts = await watchLayoutShifts(page);
    const weightSoFar = watchLoads(page);
    for (const width of [390, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto('about:blank'); // else an address with a fragment would not be loaded the second time
      await open();
      // A page with an answer has a budget of its own, below. The second load has files in the cache.
      if (width === 390 && !address.includes('#q=')) expect.soft(overBudget(address, await weightSoFar()), `/${address}`).toEqual([]);
      await page.evaluate(() => document.fonts.ready);
      expect.soft(await shifts(), `/${address} at ${width} pixels`).toEqual([]);
      await expect.soft(page.getByRole('heading', { level: 1 }), `/${address}`).toHaveCount(1);
    }
    expect.soft(problems, `/${address}`).toEqual([]);
  },
);

/** What searching may load, from opening the search to the first answer: scripts and what is read of the index, in bytes. */
const mostForAnswer = 140 * 1024;
/** A small part of the index, so that a word that is looked up costs little however much the index grows. */
const mostForPart = 6 * 1024;

test('the first answer to a pasted log keeps to its budget', async ({ context, page, url }) => {
  const paste = await readFile('tests/bench/search/typical-paste.txt', 'utf8');
  const responses: Response[] = [];
  // The worker's requests are those of the context, not of the page.
  context.on('response', (response) => responses.push(response));
  await page.goto(new URL(`search/#q=${encodeURIComponent(paste)}`, url).href);
  await expect(page.getByRole('status')).toHaveText(/^(Match|No )/);
  let total = 0;
  for (const response of responses) {
    const part = response.url();
    if (!/\.js$|\/pagefind\//.test(part)) continue;
    const body = await response.body();
    const bytes = /\.(js|json)$/.test(part) ? gzipSync(body, { level: 9 }).length : body.length;
    if (part.includes('/index/')) expect.soft(bytes, part).toBeLessThanOrEqual(mostForPart);
    total += bytes;
  }
  expect(total).toBeGreaterThan(mostForPart);
  expect(total).toBeLessThanOrEqual(mostForAnswer);
});
