/** What a reader sees, and can do, when the host or the connection fails during a search. */
import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { builds } from '../builds.ts';
import { failFirst, failUntilMended, faults, publishIndexOf } from './faulty-host.ts';
import { test } from './ready-page.ts';
import { addressOf, box, dropLog, knownMessage, results, status } from './search-page.ts';
import { at, symptomsOf } from './site.ts';

const failed = /could not be loaded/;
const again = (page: Page) => page.getByRole('button', { name: 'Try again' });
const find = (page: Page) => page.getByRole('button', { name: 'Find the fault' });
/** Longer than any part of the search waits for a host that says nothing, in milliseconds. */
const tooLong = 16_000;

const indexFiles: [name: string, files: string, faults: (keyof typeof faults)[]][] = [
  ['script', '**/pagefind/pagefind.js*', ['is gone', 'is cut off']],
  ['entry', '**/pagefind/pagefind-entry.json*', ['is a sign-in page', 'breaks off']],
  ['list', '**/pagefind/*.pf_meta', ['is gone', 'is cut off']],
  ['program', '**/pagefind/wasm.*', ['is cut off', 'is refused']],
  ['parts', '**/pagefind/index/*', ['is gone', 'is cut off', 'is a sign-in page', 'breaks off', 'is refused']],
  ['symptoms', '**/pagefind/fragment/*', ['is gone', 'is cut off']],
];

for (const [name, files, ways] of indexFiles) {
  for (const way of ways) {
    test(`of the index, ${name}: ${way}. The page reports it, and a retry answers`, async ({ page }) => {
      const message = await knownMessage();
      const mend = await failUntilMended(page, files, way);
      await page.goto(addressOf(message));
      await expect(status(page)).toHaveText(failed);
      await expect(results(page)).toHaveCount(0);
      await expect(box(page)).toHaveValue(message);
      await expect(page.getByRole('main').getByRole('link', { name: 'All symptoms', exact: true })).toBeVisible();
      mend();
      await again(page).click();
      await expect(status(page)).toHaveText(/^Match/);
    });
  }
}

test('a missing part of the index is never reported as "no match"', async ({ page }) => {
  const paste = await readFile('tests/fixtures/app-log.txt', 'utf8');
  let missing = '';
  await page.route('**/pagefind/index/*', (route) => {
    missing ||= route.request().url();
    return route.request().url() === missing ? faults['is gone'](route) : route.continue();
  });
  await page.goto(addressOf(paste));
  await expect(status(page)).toHaveText(failed);
});

test('a connection that breaks off once for every file of the index is retried unnoticed', async ({ page }) => {
  await failFirst(page, '**/pagefind/{index,fragment,wasm,pagefind-entry,pagefind.en}**');
  await page.goto(addressOf(await knownMessage()));
  await expect(status(page)).toHaveText(/^(Match|The search)/);
  await expect(status(page)).toHaveText(/^Match/);
});

test('a page that was open during a deployment continues with the new index', async ({ page }) => {
  const paste = await readFile('tests/fixtures/app-log.txt', 'utf8');
  const [{ title }] = await symptomsOf(builds.history);
  await page.goto(addressOf('zzqx'));
  await expect(status(page)).toHaveText(/^No match/);
  await publishIndexOf(page, builds.history.folder);
  // Its words are in parts of the former index that are not loaded yet and no longer exist.
  await box(page).fill(paste);
  await box(page).press('Enter');
  await expect(status(page)).toHaveText(/^(No|Match|The search)/);
  await expect(status(page)).not.toHaveText(failed);
  await box(page).fill(title);
  await box(page).press('Enter');
  await expect(results(page).filter({ hasText: title })).toBeVisible();
});

test('an index has one version, that of its first file, even when a deployment happens while it loads', async ({ page }) => {
  let isFirst = true;
  await page.route('**/pagefind/pagefind-entry.json*', (route) => {
    if (!isFirst) return route.fulfill({ path: `${builds.history.folder}/pagefind/pagefind-entry.json` });
    isFirst = false;
    return route.continue();
  });
  await page.goto(addressOf(await knownMessage()));
  await expect(status(page)).toHaveText(/^(No|Match|The search)/);
  await expect(status(page)).toHaveText(/^Match/);
});

test('a page that is open for hours finds symptoms that were published meanwhile', async ({ page }) => {
  const [{ title }] = await symptomsOf(builds.history);
  await page.clock.install();
  await page.route('**/answer.worker*', faults['breaks off']); // a worker has a clock of its own
  await page.goto(addressOf('zzqx'));
  await expect(status(page)).toHaveText(/^No match/);
  await publishIndexOf(page, builds.history.folder);
  await page.clock.fastForward('01:01:00');
  await box(page).fill(title);
  await box(page).press('Enter');
  await expect(results(page).filter({ hasText: title })).toBeVisible();
});

test('a page that is too old for the index says so, and reloads the search with the paste in it', async ({ page }) => {
  const message = await knownMessage();
  const entry = '**/pagefind/pagefind-entry.json*';
  await page.route(entry, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ json: { ...((await response.json()) as object), symptoms: 99 } });
  });
  await page.goto(addressOf(''));
  await box(page).fill(message);
  await box(page).press('Enter');
  await expect(status(page)).toHaveText(/updated since the page was opened/);
  await page.unroute(entry);
  await page.getByRole('button', { name: 'Reload the search' }).click();
  await expect(status(page)).toHaveText(/^Match/);
  await expect(page).toHaveURL(addressOf(message));
});

for (const [name, files] of [
  ['the script of the search', '**/answer{.worker,ing}*'],
  ["the index's script", '**/pagefind/pagefind.js*'],
  ['a file of the index', '**/pagefind/*.pf_meta'],
] as const) {
  test(`a host that never answers for ${name} leads to a message after a timeout`, async ({ page }) => {
    await page.clock.install();
    if (!files.includes('answer')) await page.route('**/answer.worker*', faults['breaks off']); // a worker has a clock of its own
    const mend = await failUntilMended(page, files, 'never comes');
    const asked = page.waitForRequest(files);
    await page.goto(addressOf(await knownMessage()));
    await asked;
    await page.clock.fastForward(tooLong / 2);
    await expect(status(page)).toHaveText(/^Loading the index … The connection is slow/);
    await page.clock.fastForward(tooLong);
    await expect(status(page)).toHaveText(failed);
    mend();
    await again(page).click();
    await expect(status(page)).toHaveText(/^Match/);
  });
}

test('when the connection is back, the query is retried automatically', async ({ page, context }) => {
  await page.goto(addressOf(''));
  await page.evaluate(() => customElements.whenDefined('search-results').then(() => undefined));
  await context.setOffline(true);
  await box(page).fill(await knownMessage());
  await box(page).press('Enter');
  await expect(status(page)).toHaveText(failed);
  await context.setOffline(false);
  await expect(status(page)).toHaveText(/^Match/);
});

test('a long log is kept while the code that reads it cannot be loaded, and read at the next attempt', async ({ page }) => {
  const scripts = '**/answer{.worker,ing}*';
  const mend = await failUntilMended(page, scripts, 'breaks off');
  await page.goto(addressOf(''));
  await page.evaluate(() => customElements.whenDefined('search-results').then(() => undefined));
  await dropLog(page, '2026-11-21T03:12:01Z web-1 info request served\n'.repeat(2000) + (await knownMessage()));
  await expect(page.getByText(/^The search could not be loaded\. Your \d+ kB are kept here/)).toBeVisible();
  mend();
  await find(page).click();
  await expect(status(page)).toHaveText(/^Match/);
});

test('over a slow connection, a paste that is submitted before the search has loaded is answered', async ({ page, context }) => {
  const client = await context.newCDPSession(page);
  // As the developer tools simulate slow 3G.
  await client.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 400,
    downloadThroughput: 50_000,
    uploadThroughput: 50_000,
  });
  await page.goto(at('/'), { waitUntil: 'commit' });
  await box(page).fill(await knownMessage());
  await find(page).click();
  await expect(status(page)).toHaveText(/^Match/, { timeout: 120_000 });
});
