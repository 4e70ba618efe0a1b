import { readFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { test } from './ready-page.ts';
import { at, historyUrl } from './site.ts';

test('a log is answered with its symptom, the words that prove it, and the fix', async ({ page }) => {
  await page.goto(at(`search/#q=${encodeURIComponent(await readFile('tests/fixtures/app-log.txt', 'utf8'))}`));
  await expect(page.getByRole('status')).toHaveText(/^Match/);
  const best = page.getByRole('main').getByRole('article').first();
  await expect(best.getByRole('heading', { level: 2 })).toContainText('queue memory limit reached');
  await expect(best.locator('mark').first()).toContainText('courier.errors.JobRefused');
  const [confirm, stop] = [best.locator('.finding-step').nth(0), best.locator('.finding-step').nth(1)];
  await expect(confirm.getByRole('heading', { name: 'Confirm it' })).toBeVisible();
  await expect(confirm.locator('.readings tbody tr').first()).toBeVisible();
  await expect(stop.getByRole('heading', { name: 'Stop it now' })).toBeVisible();
  await expect(stop.getByText('Disruptive: drops connections')).toBeVisible();
  await expect(stop.getByText('Works at once')).toBeVisible();
});

test('a switch fills values of the paste into the commands, and removes them again', async ({ page }) => {
  const message = 'app-1 | courier.errors.JobRefused: queue thumbnails has reached its memory limit (2GB of 2GB)';
  await page.goto(at(`search/#q=${encodeURIComponent(message)}`));
  await expect(page.getByRole('status')).toHaveText(/^Match/);
  const commands = page.getByRole('main').getByRole('article').first().locator('.finding-step code');
  const before = await commands.allTextContents();
  expect(before.join()).toContain('memory-limit <size>');
  const fill = page.getByRole('checkbox', { name: /^Fill in from the paste/ });
  await fill.check();
  expect((await commands.allTextContents()).join()).toContain('memory-limit 2GB');
  await fill.uncheck();
  expect(await commands.allTextContents()).toEqual(before);
});

test('the page of the symptom fills its commands with the values of the paste, on request, and with what is typed', async ({ page }) => {
  const message = 'app-1 | courier.errors.JobRefused: queue thumbnails has reached its memory limit (2GB of 2GB)';
  await page.goto(at(`search/#q=${encodeURIComponent(message)}`));
  await page.getByRole('main').getByRole('article').first().locator('.result-link').click();
  const commands = page.locator('.is-terminal code').filter({ hasText: 'memory-limit' });
  await expect(commands.first()).toContainText('memory-limit <size>');
  await page.getByRole('button', { name: 'Fill in from your paste' }).click();
  await expect(commands.first()).toContainText('memory-limit 2GB');
  const field = page.getByRole('textbox', { name: '<size>' });
  await expect(field).toHaveValue('2GB');
  await field.fill('3gb');
  await expect(commands.first()).toContainText('memory-limit 3gb');
  await field.fill('');
  await expect(commands.first()).toContainText('memory-limit <size>');
});

test('nothing of a paste is kept for another page than that of the answer, nor for another tab', async ({ page, context }) => {
  const message = 'app-1 | courier.errors.JobRefused: queue thumbnails has reached its memory limit (2GB of 2GB)';
  await page.goto(at(`search/#q=${encodeURIComponent(message)}`));
  const link = page.getByRole('main').getByRole('article').first().locator('.result-link');
  const url = new URL((await link.getAttribute('href')) ?? '', page.url()).href;
  await link.click();
  await expect(page.getByRole('button', { name: 'Fill in from your paste' })).toBeVisible();
  await page.goto(at('symptoms/courier-jobs-dropped/'));
  await expect(page.getByRole('button', { name: 'Fill in values' })).toBeVisible();
  const other = await context.newPage();
  await other.goto(url);
  await expect(other.getByRole('button', { name: 'Fill in values' })).toBeVisible();
  expect(await other.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))).not.toContain('2GB');
});

test('a paste of an unknown message is not called a match', async ({ page }) => {
  await page.goto(at(`search/#q=${encodeURIComponent('ORA-00054: resource busy and acquire with NOWAIT specified or timeout expired')}`));
  await expect(page.getByRole('status')).not.toHaveText('');
  await expect(page.getByRole('status')).not.toHaveText(/^Match/);
});

test('an unknown message can be reported, without private values of the reader', async ({ page }) => {
  const paste = 'frobnicator[4711]: refused token=s3cr3t-abc123def456 from db7.internal.example.com:5432: flux capacitor drained';
  await page.goto(at(`search/#q=${encodeURIComponent(paste)}`));
  await expect(page.getByRole('status')).not.toHaveText('');
  await page.getByText('Is this error missing?').click();
  const report = page.getByRole('link', { name: 'Report it as missing' });
  const address = decodeURIComponent((await report.getAttribute('href')) ?? '');
  expect(address).toContain('flux');
  for (const own of ['s3cr3t', 'abc123def456', 'db7.internal', '4711']) expect(address).not.toContain(own);
});

test('where the site takes no reports, what was understood can be copied instead', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(
    new URL(`search/#q=${encodeURIComponent('frobnicator[4711]: refused token=s3cr3t-abc123def456: flux drained')}`, historyUrl()).href,
  );
  await page.getByText('Is this error missing?').click();
  await page.getByRole('button', { name: 'Copy these lines' }).click();
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('flux drained');
  expect(copied).not.toMatch(/s3cr3t|4711/);
  await expect(page.locator('.report a')).toHaveCount(0);
});

test('a file dropped on the box is read, and a log of megabytes is answered', async ({ page }) => {
  await page.goto(at('search/'));
  const filler = Array.from(
    { length: 40_000 },
    (_, line) => `2026-11-21T03:12:01Z web-1 info request ${line} served in ${line % 97} ms by worker ${line % 8}`,
  );
  const log = [...filler, 'courier.errors.JobRefused: queue mail has reached its memory limit (512 MB of 512 MB)'].join('\n');
  const transfer = await page.evaluateHandle((text) => {
    const made = new DataTransfer();
    made.items.add(new File([text], 'app.log', { type: 'text/plain' }));
    return made;
  }, log);
  await page.locator('paste-box form').dispatchEvent('drop', { dataTransfer: transfer });
  await expect(page.getByRole('status')).toHaveText(/^Match: \(error\) queue memory limit reached/);
});
