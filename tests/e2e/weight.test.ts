import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { expect, test, type Page, type Response } from '@playwright/test';
import { articlePaths, at } from './site.ts';

const kilobyte = 1024;
/** What an article may load before its reader does anything, compressed. It may shrink, not grow. */
const budgets = { total: 50 * kilobyte, script: 6 * kilobyte, font: 48 * kilobyte, requests: 8 };

async function weigh(page: Page, address: string): Promise<typeof budgets> {
  const responses: Response[] = [];
  page.on('response', (response) => responses.push(response));
  await page.goto(at(address), { waitUntil: 'networkidle' });
  const bytes = { document: 0, stylesheet: 0, script: 0, font: 0 };
  for (const response of responses) {
    const type = response.request().resourceType();
    const body = await response.body();
    if (type === 'font') bytes.font += body.length;
    else if (type in bytes) bytes[type as keyof typeof bytes] += gzipSync(body, { level: 9 }).length;
    else throw new Error(`An article loads something that has no budget: ${response.url()}`);
  }
  return { total: bytes.document + bytes.stylesheet + bytes.script, script: bytes.script, font: bytes.font, requests: responses.length };
}

test('every article keeps to its budget', async ({ browser }) => {
  for (const address of await articlePaths()) {
    const page = await browser.newPage();
    const weight = await weigh(page, address);
    await page.close();
    for (const [what, budget] of Object.entries(budgets))
      expect.soft(weight[what as keyof typeof budgets], `${address}: ${what}`).toBeLessThanOrEqual(budget);
  }
});

/** What searching may load, from opening the search to the first answer: scripts and what is read of the index. */
const answerBudget = 130 * kilobyte;
/** A small part of the index, so that a word that is looked up costs little however much the index grows. */
const partBudget = 6 * kilobyte;

test('the first answer to a pasted log keeps to its budget', async ({ browser }) => {
  const paste = await readFile('tests/search/bench/typical-paste.txt', 'utf8');
  const context = await browser.newContext();
  const responses: Response[] = [];
  context.on('response', (response) => responses.push(response));
  const page = await context.newPage();
  await page.goto(at(`search/#q=${encodeURIComponent(paste)}`));
  await expect(page.getByRole('status')).toHaveText(/^(Match|No )/);
  let total = 0;
  for (const response of responses) {
    const url = response.url();
    if (!/\.js$|\/pagefind\//.test(url)) continue;
    const body = await response.body();
    const bytes = /\.(js|json)$/.test(url) ? gzipSync(body, { level: 9 }).length : body.length;
    if (url.includes('/index/')) expect.soft(bytes, url).toBeLessThanOrEqual(partBudget);
    total += bytes;
  }
  await context.close();
  expect(total).toBeGreaterThan(partBudget);
  expect(total).toBeLessThanOrEqual(answerBudget);
});
