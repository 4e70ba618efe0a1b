import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { readLedger } from '../../src/addresses/ledger/ledger.ts';
import { ledgersOfStages, stages } from '../content/history-stages.ts';
import { builds } from '../builds.ts';
import { faultsFileOf, historyUrl } from './site.ts';

/** The URL at which an address of a ledger is served. */
const served = (address: string): string => new URL(`.${address}`, historyUrl()).href;
const addressesIn = (ledger: string): string[] => readLedger(ledger).entries.map(({ text }) => text);

/** The addresses of the pages that are not just pointers to others. */
async function livingPages(): Promise<Set<string>> {
  const sitemap = await readFile(path.join(builds.history.folder, 'sitemap-0.xml'), 'utf8');
  const paths = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url = '']) => new URL(url).pathname);
  return new Set(paths.map((pathname) => `/${pathname.slice(builds.history.base.length)}`));
}

/** Where a reader is who opened an address: the page, and the element that the browser went to, pointers not counted. */
async function arrival(page: Page): Promise<{ path: string; anchor: string }> {
  const { pathname, anchor } = await page.evaluate(() => {
    const target = document.querySelector(':target:not(:is(former-address, moved-sections) *)');
    return { pathname: location.pathname, anchor: target ? `#${target.id}` : '' };
  });
  return { path: `/${pathname.slice(builds.history.base.length)}`, anchor };
}

for (const [index, root] of stages.entries()) {
  test(`every address first published at stage ${path.basename(root)} leads to a page, and to the element that it names`, async ({
    page,
  }) => {
    test.slow(); // opens up to a hundred addresses, one after the other
    const living = await livingPages();
    const ledgers = (await ledgersOfStages()).map(addressesIn);
    const addresses = (ledgers[index] ?? []).filter((address) => !ledgers[index - 1]?.includes(address));
    expect(addresses.length).toBeGreaterThan(5);
    for (const [at, address] of addresses.entries()) {
      // The query makes each one a page load of its own, also when only the anchor differs from the one before.
      await page.goto(served(address.replace(/#|$/, `?${at}$&`)), { waitUntil: 'commit' });
      await expect
        .poll(
          async () => {
            const { path: pathname, anchor } = await arrival(page).catch(() => ({ path: 'on the way', anchor: '' }));
            return living.has(pathname) && (anchor !== '' || !address.includes('#')) ? 'there' : `${pathname}${anchor}`;
          },
          { message: address, intervals: [20, 50, 100] },
        )
        .toBe('there');
    }
  });
}

/** The redirects that each step of the history must give. The fragment is the present id, or a former id that the page still has. */
const journeys: readonly (readonly [step: string, from: string, to: string])[] = [
  ['article renamed', '/articles/queue-full/', '/articles/broker-queue-full/'],
  ['article renamed, anchor kept', '/articles/queue-full/#raise-limit', '/articles/broker-queue-full/#raise-limit'],
  ['article and cause renamed', '/articles/queue-full/#slow-consumer', '/articles/broker-queue-full/#slow-consumer'],
  ['heading renamed', '/articles/queue-full/#how-it-fills', '/articles/broker-queue-full/#how-it-fills'],
  ['reference renamed', '/articles/queue-full/#ref-manual', '/articles/broker-queue-full/#ref-manual'],
  ['symptom renamed', '/symptoms/job-refused/', '/symptoms/broker-job-refused/'],
  ['symptom and check renamed', '/symptoms/job-refused/#does-it-grow', '/symptoms/broker-job-refused/#does-it-grow'],
  ['technology renamed', '/technologies/broker/', '/technologies/message-broker/'],
  ['article merged', '/articles/worker-stalled/#let-it-go', '/articles/broker-queue-full/#let-it-go'],
  ['article merged, fix whose id was taken', '/articles/worker-stalled/#raise-limit', '/articles/broker-queue-full/#raise-lock-limit'],
  ['the same on the page of a symptom', '/symptoms/worker-waits/#raise-limit', '/articles/broker-queue-full/#raise-lock-limit'],
  ['article split', '/articles/broker-queue-full/#drop-old-jobs', '/articles/jobs-late/#drop-old-jobs'],
  ['article renamed, then split', '/articles/queue-full/#jobs-late', '/articles/jobs-late/#jobs-late'],
  ['fix taken off a symptom', '/symptoms/job-refused/#alert-on-depth', '/articles/broker-queue-full/#alert-on-depth'],
];

for (const [step, from, to] of journeys) {
  test(`${step}: ${from} leads to ${to}`, async ({ page }) => {
    await page.goto(served(from));
    await expect(page).toHaveURL(served(to));
    if (to.includes('#')) await expect(page.locator(':target')).toBeInViewport();
  });
}

test('a former id is still an anchor, at the same content', async ({ page }) => {
  await page.goto(served('/articles/queue-full/#add-consumers'));
  await expect(page).toHaveURL(served('/articles/broker-queue-full/#add-consumers'));
  await expect(page.locator('#start-consumers', { has: page.locator(':target') })).toBeVisible();
});

test('Back after an old link returns to the page with the link', async ({ page }) => {
  await page.goto(served('/search/'));
  await page.goto(served('/articles/queue-full/#jobs-late'));
  await expect(page).toHaveURL(served('/articles/jobs-late/#jobs-late'));
  await page.goBack();
  await expect(page).toHaveURL(served('/search/'));
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('every page that was ever published leads to a page', async ({ page }) => {
    const living = await livingPages();
    const pages = addressesIn((await ledgersOfStages()).at(-1) ?? '').filter((address) => !address.includes('#'));
    for (const address of pages) {
      await page.goto(served(address));
      await page.waitForURL((url) => living.has(`/${url.pathname.slice(builds.history.base.length)}`));
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    }
  });

  test('an anchor that moved to another article shows where', async ({ page }) => {
    await page.goto(served('/articles/broker-queue-full/#drop-old-jobs'));
    await expect(page.locator(':target')).toBeInViewport();
    await page.locator(':target').getByRole('link', { name: 'Drop the jobs that came too late' }).click();
    await expect(page).toHaveURL(served('/articles/jobs-late/#drop-old-jobs'));
  });
});

test('the redirects for hosts lead to pages, and omit pages whose anchors went to different places', async () => {
  const living = await livingPages();
  const rules = await readFile(path.join(builds.history.folder, '_redirects'), 'utf8');
  const pairs = rules
    .trimEnd()
    .split('\n')
    .map((rule) => rule.split(' '));
  expect(pairs.map(([from = '']) => from)).toEqual(['/kb/articles/queue-full/', '/kb/symptoms/job-refused/', '/kb/technologies/broker/']);
  for (const [, to = '', status] of pairs) {
    expect(living).toContain(to.slice(builds.history.base.length - 1));
    expect(status).toBe('301');
  }
});

test('faults.json gives the former ids of a symptom', async () => {
  const { faults } = await faultsFileOf(builds.history);
  expect(faults.find(({ aliases }) => aliases.includes('job-refused'))?.id).toBe('broker-job-refused');
});
