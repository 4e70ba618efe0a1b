/** What a reader sees, and can do, when the scripts of a page do not load, and where there is no page. */
import { expect, test, type Locator, type Page } from '@playwright/test';
import { builds } from '../builds.ts';
import { failUntilMended } from './faulty-host.ts';
import * as dialog from './search-dialog.ts';
import { addressOf, box, knownMessage, results, status } from './search-page.ts';
import { at, symptomsOf, pageTypes, historyUrl } from './site.ts';

const scripts = '**/_astro/*.js';
const find = (page: Page) => page.getByRole('button', { name: 'Find the fault' });
const notice = (page: Page) => page.getByRole('main').getByRole('alert').filter({ hasText: 'The search could not be loaded' });
/** Longer than a page waits for its scripts, in milliseconds. */
const tooLong = 16_000;

/** Adds half an emoji to a text, as a paste ends with that was cut in its middle. No URL can hold it: it arrives as U+FFFD. */
const cutEmoji = (box: Locator) => box.evaluate((element) => ((element as HTMLTextAreaElement).value += ' \uD83E'));
const arrived = ' \uFFFD';

for (const type of ['front', 'search', 'not found'] as const) {
  for (const way of ['is gone', 'is cut off', 'never comes'] as const) {
    test(`${type}: its script ${way}. The page says so, and its link opens a working search with the text`, async ({ page }) => {
      const message = `${await knownMessage()}\nat 100 % & more #1`;
      await page.clock.install();
      const mend = await failUntilMended(page, scripts, way);
      await page.goto(at(await pageTypes[type]()), { waitUntil: 'commit' });
      // Once the scripts have failed, the box gets the words of the address. Scripts that are still awaited hold that up.
      if (type === 'not found' && way !== 'never comes') await expect(box(page)).toHaveValue(/./);
      await box(page).fill(message);
      await cutEmoji(box(page));
      await find(page).click();
      await page.clock.fastForward(tooLong);
      await expect(notice(page)).toBeVisible();
      mend();
      await notice(page).getByRole('link', { name: 'Reload the search' }).click();
      await expect(status(page)).toHaveText(/^Match/);
      await expect(box(page)).toHaveValue(message + arrived);
    });
  }

  test(`${type}: a query that is submitted while the scripts load is answered afterwards`, async ({ page }) => {
    const message = await knownMessage();
    const gate = Promise.withResolvers<undefined>();
    await page.route(scripts, async (route) => {
      await gate.promise;
      await route.continue();
    });
    await page.goto(at(await pageTypes[type]()), { waitUntil: 'commit' });
    await box(page).fill(message);
    await box(page).press('Enter');
    await expect(page.getByText('Loading the search …')).toBeVisible();
    await expect(box(page)).toHaveValue(message);
    gate.resolve(undefined);
    await expect(status(page)).toHaveText(/^Match/);
    await expect(notice(page)).toBeHidden();
  });
}

for (const way of ['is gone', 'is cut off', 'never comes'] as const) {
  test(`search dialog: its script ${way}. The dialog says so, and its link opens the search page with the text`, async ({ page }) => {
    const message = await knownMessage();
    await page.clock.install();
    // A browser that is told to intercept requests after a page has loaded may miss the next one, so it is told before.
    await page.route(scripts, (route) => route.continue());
    await page.goto(at(await pageTypes.article()));
    const mend = await failUntilMended(page, scripts, way);
    await page.keyboard.press('/');
    await page.keyboard.insertText(message);
    await cutEmoji(dialog.box(page));
    await page.clock.fastForward(tooLong);
    await expect(dialog.status(page)).toHaveText(/could not be loaded/);
    mend();
    await dialog.dialog(page).getByRole('link', { name: 'Open as page' }).click();
    await expect(status(page)).toHaveText(/^Match/);
    await expect(page).toHaveURL(addressOf(message + arrived));
  });
}

test('on the 404 page the box has the words of the address, and one press searches for them', async ({ page }) => {
  const [{ url, title }] = await symptomsOf();
  await page.goto(at(url.replace(/\/$/, '-of-old/')));
  await expect(page.getByRole('heading', { level: 1, name: 'There is no page at this address' })).toBeVisible();
  const words = url.split('/').at(-2)?.replaceAll('-', ' ') ?? '';
  await expect(box(page)).toHaveValue(`${words} of old`);
  await find(page).click();
  await expect(results(page).filter({ hasText: title }).first()).toBeVisible();
});

test('under a base path, the words of the address are those below it', async ({ page }) => {
  const [{ article }] = await symptomsOf(builds.history);
  const slug = article.url.split('/').at(-2) ?? '';
  await page.goto(new URL(`articels/${slug}.html`, historyUrl()).href);
  await expect(box(page)).toHaveValue(`articels ${slug.replaceAll('-', ' ')}`);
});

test('the 404 page links to the list of all symptoms', async ({ page }) => {
  await page.goto(at('/symptoms/no-such-symptom/'));
  await expect(box(page)).toHaveValue('no such symptom');
  await page.getByRole('main').getByRole('link', { name: 'all symptoms', exact: true }).click();
  await expect(page).toHaveURL(at(await pageTypes['list of symptoms']()));
});
