import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { expect, test, type Page, type Response } from '@playwright/test';
import { articlePaths, at, pageTypes, type PageType } from './site.ts';

const kilobyte = 1024;
interface Weight {
  total: number;
  script: number;
  font: number;
  requests: number;
}

/**
 * What a page may load before its reader does anything, by its type: HTML, style sheets and scripts in all, and scripts alone, compressed. A budget may
 * shrink, not grow. The search with results has one of its own, below.
 */
const budgets: Record<Exclude<PageType, 'search with results'>, Weight> = {
  front: budget(19.25, 6.25),
  article: budget(43, 3.75),
  symptom: budget(18.5, 3.75),
  'symptoms A–Z': budget(30.75, 3.75),
  technology: budget(15.5, 3.75),
  search: budget(16, 8),
  use: budget(16.75, 3.75),
  offline: budget(16, 8),
  'not found': budget(14.75, 6.25),
};
/** What an article may weigh besides its text, which is as long as it must be: markup, diagrams, style sheet, scripts. */
const besidesText = 25.25 * kilobyte;

function budget(total: number, script: number): Weight {
  return { total: total * kilobyte, script: script * kilobyte, font: 27 * kilobyte, requests: 8 };
}

async function weigh(page: Page, address: string): Promise<Weight> {
  const responses: Response[] = [];
  page.on('response', (response) => responses.push(response));
  await page.goto(at(address), { waitUntil: 'networkidle' });
  const bytes = { document: 0, stylesheet: 0, script: 0, font: 0, fetch: 0 };
  for (const response of responses) {
    const type = response.request().resourceType();
    const body = await response.body();
    if (type === 'font') bytes.font += body.length;
    else if (type in bytes) bytes[type as keyof typeof bytes] += gzipSync(body, { level: 9 }).length;
    else throw new Error(`A page loads something that has no budget: ${response.url()}`);
  }
  return {
    total: bytes.document + bytes.stylesheet + bytes.script + bytes.fetch,
    script: bytes.script,
    font: bytes.font,
    requests: responses.length,
  };
}

function keeps(address: string, weight: Weight, type: keyof typeof budgets): void {
  for (const what of ['total', 'script', 'font', 'requests'] as const)
    expect.soft(weight[what], `${address}: ${what}`).toBeLessThanOrEqual(budgets[type][what]);
}

for (const type of Object.keys(budgets) as (keyof typeof budgets)[]) {
  test(`${type}: keeps to its budget`, async ({ page }) => {
    const address = await pageTypes[type]();
    keeps(address, await weigh(page, address), type);
  });
}

test('every article keeps to its budget, in all and besides its text', async ({ browser }) => {
  for (const address of await articlePaths()) {
    const page = await browser.newPage();
    const weight = await weigh(page, address);
    keeps(address, weight, 'article');
    const text = gzipSync((await page.locator('body').textContent()) ?? '', { level: 9 }).length;
    await page.close();
    expect.soft(text, address).toBeGreaterThan(kilobyte);
    expect.soft(weight.total - text, `${address}: besides its text`).toBeLessThanOrEqual(besidesText);
  }
});

/** What searching may load, from opening the search to the first answer: scripts and what is read of the index. */
const answerBudget = 130 * kilobyte;
/** A small part of the index, so that a word that is looked up costs little however much the index grows. */
const partBudget = 6 * kilobyte;

test('the first answer to a pasted log keeps to its budget', async ({ browser }) => {
  const paste = await readFile('tests/bench/search/typical-paste.txt', 'utf8');
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
