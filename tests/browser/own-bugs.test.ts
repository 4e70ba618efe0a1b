/** What a reader sees when the site itself has a bug: a message that does not blame the connection. The browser's console has the error. */
import { expect, type Page } from '@playwright/test';
import { test } from './ready-page.ts';
import { box, knownMessage, results, status } from './search-page.ts';
import { at } from './site.ts';

const isBug = /^The search failed because of a bug in this site\. Your text is still in the box\.$/;

/** The errors that the page reports from now on. */
function reported(page: Page): string[] {
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  return errors;
}

/** Makes the worker that answers fail where the code of the site sorts anything. */
const breakWorker = (page: Page) =>
  page.route('**/answer.worker*.js', async (route) => {
    const response = await route.fetch();
    const bug = "Array.prototype.toSorted = () => { throw new TypeError('planted in the worker') };";
    await route.fulfill({ response, body: `${bug}\n${await response.text()}` });
  });

/** Makes the code that shows an answer fail. */
const breakView = (page: Page) =>
  page.addInitScript(() => {
    const create = document.createElement.bind(document);
    document.createElement = (name: string) => {
      if (name === 'article') throw new TypeError('planted in the view');
      return create(name);
    };
  });

for (const [name, plant, error] of [
  ['the worker that answers', breakWorker, 'planted in the worker'],
  ['the code that shows an answer', breakView, 'planted in the view'],
] as const)
  test(`a bug in ${name} is called a bug, and reported to the console`, async ({ page }) => {
    const errors = reported(page);
    const message = await knownMessage();
    await plant(page);
    await page.goto(at('/search/'));
    await box(page).fill(message);
    await box(page).press('Enter');
    await expect(status(page)).toHaveText(isBug);
    await expect(results(page)).toHaveCount(0);
    await expect(box(page)).toHaveValue(message);
    await expect(page.getByRole('button', { name: 'Try again' })).toHaveCount(0);
    await expect(page.getByRole('main').getByRole('link', { name: 'All symptoms' })).toBeVisible();
    expect(errors).toEqual([expect.stringContaining(error)]);
  });

test('a bug while a long paste is read is called a bug, and reported to the console', async ({ page }) => {
  const errors = reported(page);
  await breakWorker(page);
  await page.goto(at('/search/'));
  await box(page).fill('word '.repeat(10_000));
  await box(page).press('Enter');
  await expect(page.locator('paste-box')).toContainText('because of a bug in this site');
  expect(errors).toEqual([expect.stringContaining('planted in the worker')]);
});
