import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { Deployment } from './deployments.ts';
import { button, control, copies, expectInTime, keep, outcome, sizeOf, symptomOf, test } from './offline-site.ts';

/** Lets the browser give the site only so many bytes. */
async function giveRoom(page: Page, site: Deployment, bytes: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Storage.overrideQuotaForOrigin', { origin: new URL(site.url).origin, quotaSize: bytes });
}

/** Files that come late in the list, so that most of the copy is there when they fail. */
const late = '**/kb/symptoms/*/';

test('without room for the whole site nothing is kept, and the message names the free space', async ({ page, site }) => {
  await page.goto(site.at('offline/'));
  await giveRoom(page, site, (await sizeOf(site)) * 0.8);
  await button(page, 'Keep for offline').click();
  await expectInTime(outcome(page)).toHaveText(
    /^There is no room for \d.* [kM]B\. This browser has \d.* left for this site\. .* Nothing was kept\.$/,
  );
  expect(await copies(page)).toEqual([]);
  await expect(button(page, 'Keep for offline')).toBeVisible();
});

test('without room even for the worker nothing hangs, and nothing is kept', async ({ page, site }) => {
  await page.goto(site.at('offline/'));
  await giveRoom(page, site, (await sizeOf(site)) / 4);
  await button(page, 'Keep for offline').click();
  await expectInTime(outcome(page)).toHaveText(/Nothing was kept\.$/);
  await expect(button(page, 'Keep for offline')).toBeVisible();
});

test('without room for a new version, the former copy stays complete', async ({ page, site }) => {
  const { url, title } = await symptomOf(site);
  await keep(page, site);
  await site.deploy(await site.changed('<html', '<html data-changed'));
  await page.reload();
  await expect(control(page)).toContainText('A newer version');
  const [used = 0] = [await page.evaluate(async () => (await navigator.storage.estimate()).usage)];
  await giveRoom(page, site, used + (await sizeOf(site)) / 4);
  await button(page, 'Update').click();
  await expectInTime(outcome(page)).toHaveText(/^There is no room .* Your existing copy is unchanged\.$/);
  expect(await copies(page)).toHaveLength(1);
  await site.stop();
  await page.goto(site.at(url));
  await expect(page.getByRole('heading', { level: 1 })).toContainText(title);
  await expect(page.locator('html')).not.toHaveAttribute('data-changed');
});

test('a connection that breaks off leaves no incomplete copy', async ({ page, site }) => {
  await page.goto(site.at('offline/'));
  await page.context().route(late, (route) => route.abort());
  await button(page, 'Keep for offline').click();
  await expectInTime(outcome(page)).toHaveText('The connection broke off. Try again when it is back. Nothing was kept.');
  expect(await copies(page)).toEqual([]);
  await page.context().unroute(late);
  await button(page, 'Keep for offline').click();
  await expectInTime(outcome(page)).toHaveText(/^Kept\./);
});

test('a file that the network has altered is refused', async ({ page, site }) => {
  await page.goto(site.at('offline/'));
  await page.context().route(late, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ contentType: 'text/html', body: `${await response.text()}<!-- added -->` });
  });
  await button(page, 'Keep for offline').click();
  await expectInTime(outcome(page)).toHaveText(/the network changed them.* Nothing was kept\.$/);
  expect(await copies(page)).toEqual([]);
});

test('a deploy in the middle keeps nothing of either version', async ({ page, site }) => {
  const list = await readFile(path.join(site.build.folder, 'offline/files.json'), 'utf8');
  await page.goto(site.at('offline/'));
  await page.context().route('**/offline/files.json', (route) => route.fulfill({ body: list }));
  await expect(button(page, 'Keep for offline')).toBeVisible(); // the page has asked which version is out; a deploy stops the server for a moment
  await site.deploy(await site.changed('<html', '<html data-changed'));
  await button(page, 'Keep for offline').click();
  await expectInTime(outcome(page)).toHaveText(/^A newer version of the site was published in the meantime\..* Nothing was kept\.$/);
  expect(await copies(page)).toEqual([]);
});

test('the reader can stop it; neither that nor closing the page leaves an incomplete copy', async ({ page, site }) => {
  await page.goto(site.at('offline/'));
  await page.context().route(late, () => undefined); // never answered
  await button(page, 'Keep for offline').click();
  await expect(control(page).getByRole('progressbar')).toBeVisible();
  await button(page, 'Stop').click();
  await expectInTime(outcome(page)).toHaveText('Stopped. Nothing was kept.');
  expect(await copies(page)).toEqual([]);
  await button(page, 'Keep for offline').click();
  await expect.poll(() => copies(page)).toHaveLength(1);
  await page.reload();
  await expect(button(page, 'Keep for offline')).toBeVisible();
  await expect.poll(() => copies(page)).toEqual([]);
});
