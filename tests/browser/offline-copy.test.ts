import { expect } from '@playwright/test';
import { sizeInWords } from '../../src/reader/search/size-in-words.ts';
import { builds } from '../builds.ts';
import { findingsInBothThemes } from './accessibility.ts';
import { button, control, copies, expectInTime, keep, outcome, press, sizeOf, symptomOf, test } from './offline-site.ts';
import { symptomsOf } from './site.ts';

test.describe('of a site at the root of a server', () => {
  test.use({ build: builds.root });

  test('one press keeps the whole site, after its size is shown; with the server down, every page opens and the search answers', async ({
    page,
    site,
  }) => {
    await page.goto(site.at('search/'));
    await page.getByRole('link', { name: 'without a network' }).click();
    await expect(control(page)).toContainText(sizeInWords(await sizeOf(site)));
    await button(page, 'Keep for offline').click();
    await expectInTime(outcome(page)).toHaveText(/^Kept\./);
    await site.stop();
    const faults = await symptomsOf(site.build);
    for (const { url, title } of faults.filter((_, index) => index % 8 === 0)) {
      await page.goto(site.at(url));
      await expect(page.getByRole('heading', { level: 1 })).toContainText(title);
      await page.goto(site.at(`search/#q=${encodeURIComponent(title)}`));
      await expect(page.getByRole('main').getByRole('article').getByRole('link', { name: title }).first()).toBeVisible();
    }
  });
});

test('with the site kept and the server down, the search dialog of an unvisited page answers, and its links work', async ({
  page,
  site,
}) => {
  const { title, url } = await symptomOf(site);
  await keep(page, site);
  await site.stop();
  await page.goto(site.at('symptoms/'));
  await press(page, '/');
  await page.getByRole('textbox', { name: 'Error message, log or description' }).fill(title);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('article').getByRole('link', { name: title }).first()).toBeVisible();
  expect(page.workers(), 'the worker answers, not the page in its place').toHaveLength(1);
  await page.getByRole('article').getByRole('link', { name: title }).first().click();
  await expect(page).toHaveURL(site.at(url));
  await expect(page.getByRole('heading', { level: 1 })).toContainText(title);
  // A link in a ticket may have lost its slash.
  await page.goto(site.at(url.replace(/\/$/, '')));
  await expect(page).toHaveURL(site.at(url));
});

test('keeping does not wait for a browser that asks the reader for permission, as Firefox does', async ({ page, site }) => {
  await page.addInitScript(() => {
    StorageManager.prototype.persist = () => new Promise(() => {}); // nobody answers
  });
  await keep(page, site);
  await expect(outcome(page)).toHaveText(/^Kept\./);
});

test('a removed copy is gone', async ({ page, site }) => {
  const { url } = await symptomOf(site);
  await keep(page, site);
  expect(await copies(page)).toHaveLength(1);
  await button(page, 'Remove offline copy').click();
  await expect(outcome(page)).toHaveText('Removed.');
  await expect(button(page, 'Keep for offline')).toBeVisible();
  expect(await copies(page)).toEqual([]);
  await site.stop();
  await page.goto(site.at(url));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page is not kept for offline');
});

test('works by keyboard with the focus on the control, and has no finding of axe in any state', async ({ page, site }) => {
  const check = async () => expect(await findingsInBothThemes(page, 'main')).toEqual([]);
  await page.goto(site.at('offline/'));
  await button(page, 'Keep for offline').focus();
  await page.keyboard.press('Enter');
  await expectInTime(button(page, 'Remove offline copy')).toBeFocused();
  await check();
  await page.keyboard.press('Enter');
  await expectInTime(button(page, 'Keep for offline')).toBeFocused();
  await check();
});

test('a browser without service workers shows the reason in place of the button', async ({ page, site }) => {
  await page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'serviceWorker'));
  await page.goto(site.at('offline/'));
  await expect(control(page)).toContainText('cannot keep the site for offline use');
  await expect(control(page).getByRole('button')).toHaveCount(0);
});
