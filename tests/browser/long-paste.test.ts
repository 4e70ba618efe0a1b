import { expect, type Page } from '@playwright/test';
import { answerInPage } from '../bench/search/answer-speed.ts';
import { maxQueryLength } from '../../src/search/query-url.ts';
import { test } from './ready-page.ts';
import { at, symptomsOf } from './site.ts';

const box = (page: Page) => page.getByRole('textbox', { name: 'Error message, log or description' });
const status = (page: Page) => page.getByRole('status');
const proof = (page: Page) => page.getByRole('main').getByRole('figure');

/** A message that is known and has no placeholder. */
async function knownMessage(): Promise<string> {
  const texts = (await symptomsOf()).flatMap(({ signatures }) => signatures.map(({ text }) => text));
  const [text] = texts.filter((signature) => !signature.includes('<')).toSorted((a, b) => b.length - a.length);
  if (!text) throw new Error('No signature without a placeholder is published.');
  return text;
}

const filler = Array.from({ length: 100 }, (_, line) => `2026-11-21T03:12:01Z web-1 info request ${line} served\n`).join('');
const open = async (page: Page) => {
  await page.goto(at('search/'));
  await page.evaluate(() => customElements.whenDefined('search-results').then(() => undefined));
};

test('a log of megabytes is answered from its excerpt, which marks omitted lines and stays in the URL', async ({ page }) => {
  const message = await knownMessage();
  await open(page);
  await page.evaluate(answerInPage, [
    [filler, 400],
    [`api-1 ${message}\n`, 1],
    [filler, 400],
  ] as const);
  await expect(status(page)).toHaveText(/^Match/);
  expect((await box(page).inputValue()).length).toBeLessThanOrEqual(maxQueryLength);
  await expect(page.getByText(/^Read \d\.\d MB\. The box shows the most important lines/)).toBeVisible();
  await expect(proof(page)).toContainText(message);
  await expect(proof(page)).toContainText(/… [34]\d,\d{3} lines not shown/);
  const answered = await status(page).textContent();
  await page.reload();
  await expect(status(page)).toHaveText(answered ?? '');
});

test('a line of a million characters is answered, and shown around the message', async ({ page }) => {
  const message = await knownMessage();
  await open(page);
  await page.evaluate(answerInPage, [
    ['{"level":"info","status":200},', 20_000],
    [JSON.stringify({ error: message }), 1],
    [',{"a":1}', 60_000],
  ] as const);
  await expect(status(page)).toHaveText(/^Match/);
  await expect(proof(page).locator('mark').first()).toBeVisible();
  expect((await proof(page).textContent())?.length).toBeLessThan(2000);
});

test('a long log can be pasted on the front page', async ({ page }) => {
  const message = await knownMessage();
  await page.goto(at('/'));
  const transfer = await page.evaluateHandle(
    (text) => {
      const made = new DataTransfer();
      made.items.add(new File([text], 'app.log', { type: 'text/plain' }));
      return made;
    },
    `${filler.repeat(50)}${message}\n${filler.repeat(50)}`,
  );
  await page.locator('paste-box form').dispatchEvent('drop', { dataTransfer: transfer });
  await expect(page).toHaveURL(/\/search\/#q=/);
  await expect(status(page)).toHaveText(/^Match/);
});

test('text that is not part of the message looks different, with a legend', async ({ page }) => {
  const message = await knownMessage();
  await open(page);
  await page.evaluate(answerInPage, [[`${filler}2026-11-21T03:12:04Z api-1 | ${message} after that\n${filler}`, 1]] as const);
  await expect(page.getByText(/small = ignored/)).toBeVisible();
  const noise = proof(page).locator('pre .is-noise');
  expect((await noise.allTextContents()).join('')).toContain('2026-11-21T03:12:04Z');
  expect((await noise.allTextContents()).join('')).not.toContain('after that');
  await expect(noise.last()).toHaveText(/^… \d+ lines not shown$/);
});

test('the answer to a paste is dropped when a newer one follows', async ({ page }) => {
  const message = await knownMessage();
  const gate = Promise.withResolvers<undefined>();
  await page.route('**/pagefind/**', async (route) => {
    await gate.promise;
    await route.continue();
  });
  await open(page);
  await box(page).fill('zzqx wvvk');
  await box(page).press('Enter');
  await expect(status(page)).toHaveText('Loading the index …');
  await box(page).fill(message);
  await box(page).press('Enter');
  gate.resolve(undefined);
  await expect(status(page)).toHaveText(/^Match/);
});

test('where no worker can start, the page answers by itself', async ({ page }) => {
  const message = await knownMessage();
  await page.route('**/answer.worker*', (route) => route.abort());
  await open(page);
  await box(page).fill(message);
  await box(page).press('Enter');
  await expect(status(page)).toHaveText(/^Match/);
});

test('a strict content security policy lets the worker start', async ({ page }) => {
  const message = await knownMessage();
  const violations: string[] = [];
  page.on('console', (text) => {
    if (text.text().includes('Content Security Policy')) violations.push(text.text());
  });
  await page.route('**/search/', async (route) => {
    const response = await route.fetch();
    const policy = "worker-src 'self'; connect-src 'self'";
    await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': policy } });
  });
  await page.route('**/answering.*', (route) => route.abort()); // only the worker can answer
  await open(page);
  await box(page).fill(message);
  await box(page).press('Enter');
  await expect(status(page)).toHaveText(/^Match/);
  expect(violations).toEqual([]);
});
