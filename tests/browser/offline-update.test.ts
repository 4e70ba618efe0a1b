import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { button, control, copies, expectInTime, keep, press, symptomOf, test, use } from './offline-site.ts';

const answer = (page: Page) => page.getByRole('main').getByRole('article').first();
const search = (page: Page, text: string) => page.goto(page.url().replace(/\/kb\/.*/, `/kb/search/#q=${encodeURIComponent(text)}`));
/** What the search of the page has found, by its title. */
const found = (page: Page, title: string) => page.getByRole('article').getByRole('link', { name: title }).first();

/** Asks the search that opens over a page. */
async function searchOver(page: Page, text: string): Promise<void> {
  await press(page, '/');
  await page.getByRole('dialog').getByRole('textbox').fill(text);
  await page.keyboard.press('Enter');
}

test('after a deployment a kept site stays at one version, says that a newer one exists, and is updated as a whole', async ({
  page,
  context,
  site,
}) => {
  const { title, url } = await symptomOf(site);
  const renamed = 'A title of the second version';
  await keep(page, site);
  const reading = await context.newPage();
  await reading.goto(site.at(url));

  await site.deploy(await site.changed(title, renamed));
  await page.goto(site.at(url));
  await expect(page.getByRole('heading', { level: 1 })).toContainText(title);
  await search(page, title);
  await expect(answer(page).getByRole('heading').first()).toContainText(title);
  expect((await page.request.get(site.at(url))).ok(), 'the server has the second version').toBe(true);

  // Pages without the control get a note with it.
  await page.goto(site.at(url));
  await press(page, 'Shift');
  await expect(control(page)).toContainText('A newer version of the site is out.');
  const reloaded = reading.waitForEvent('load');
  await button(page, 'Update').click();
  await reloaded;
  for (const open of [page, reading]) await expectInTime(open.getByRole('heading', { level: 1 })).toContainText(renamed);
  expect(await copies(page)).toHaveLength(1);

  await site.stop();
  await page.goto(site.at('symptoms/'));
  await page.goto(site.at(url));
  await expect(page.getByRole('heading', { level: 1 })).toContainText(renamed);
  await search(page, title);
  await expect(answer(page).getByRole('heading').first()).toContainText(renamed);
});

test('a page that is newer than the copy searches the published index; pages of the copy search the copy', async ({ page, site }) => {
  const known = await symptomOf(site);
  const title = 'Zebra crossing refused by the second version';
  await keep(page, site);
  const { folder, url } = await site.withSymptom(known, title);
  await site.deploy(folder);

  await page.goto(site.at(url));
  await expect(page.getByRole('heading', { level: 1 })).toContainText(title);
  await searchOver(page, title);
  await expect(found(page, title)).toBeVisible();
  expect(page.workers(), 'the worker answers, not the page in its place').toHaveLength(1);
  await search(page, title);
  await expect(page.getByRole('main').getByRole('status')).toHaveText(/^No /);
  await expect(found(page, title)).toHaveCount(0);

  await site.stop();
  for (const address of [known.url, known.article.url]) {
    await page.goto(site.at(address));
    await searchOver(page, known.title);
    await expect(found(page, known.title)).toBeVisible();
  }
});

test('offline, a visited page that is newer than the copy says that its search is not available, and links to the copy’s search', async ({
  page,
  site,
}) => {
  const known = await symptomOf(site);
  await keep(page, site);
  const { folder, url } = await site.withSymptom(known, 'Zebra crossing refused by the second version');
  await site.deploy(folder);
  await page.goto(site.at(url));
  await use(page);
  await site.stop();
  await page.reload();
  await searchOver(page, known.title);
  await expect(page.getByRole('dialog').getByRole('status')).toHaveText(/could not be loaded/);
  await page.getByRole('button', { name: 'Reload the search' }).click();
  await expect(page).toHaveURL(/\/search\//);
  await expect(found(page, known.title)).toBeVisible();
});

test('a page that has searched switches to the new index when another tab keeps a newer version', async ({ page, context, site }) => {
  const { title, url } = await symptomOf(site);
  await page.goto(site.at(url));
  await use(page);
  await searchOver(page, 'zzqx wvvk');
  await expect(page.getByRole('dialog').getByRole('status')).toHaveText(/^No match/);
  await site.deploy(await site.changed(title, 'A title of the second version'));
  await keep(await context.newPage(), site);
  await page.getByRole('dialog').getByRole('textbox').fill(title);
  await page.keyboard.press('Enter');
  await expect(found(page, 'A title of the second version')).toBeVisible();
});

test('an update fetches only what has changed', async ({ page, site }) => {
  const { title, url } = await symptomOf(site);
  await keep(page, site);
  await site.deploy(await site.changed(title, 'A title of the second version'));
  await page.reload();
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(request.url()));
  const reloaded = page.waitForEvent('load', { timeout: 150_000 });
  await button(page, 'Update').click();
  await reloaded;
  expect(fetched).toContain(site.at(url));
  const list = JSON.parse(await readFile(path.join(site.build.folder, 'offline/files.json'), 'utf8')) as unknown[];
  expect(fetched.length).toBeLessThan(list.length / 2);
});

test('a note of a newer version can be put off, and a site without a kept copy has none', async ({ page, site }) => {
  const { title, url } = await symptomOf(site);
  await page.goto(site.at(url));
  await press(page, 'Shift');
  await keep(page, site);
  await site.deploy(await site.changed(title, 'Another title'));
  await page.goto(site.at(url));
  await press(page, 'Shift');
  await page.getByRole('button', { name: 'Later' }).click();
  await expect(control(page)).toHaveCount(0);
});
