/** What a reader is told, and can do, when the host or the connection fails while the search is asked. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, test, type Page, type Route } from '@playwright/test';
import { builds } from './builds.ts';
import { addressOf, box, knownMessage, results, status } from './search-page.ts';
import { at, faultsOf, pageTypes } from './site.ts';

const failed = /could not be loaded/;
const again = (page: Page) => page.getByRole('button', { name: 'Try again' });
const anew = (page: Page) => page.getByRole('button', { name: 'Open the search anew' });

const half = async (route: Route) => {
  const response = await route.fetch();
  const body = await response.body();
  await route.fulfill({ response, body: body.subarray(0, body.length / 2) });
};
const gone = (route: Route) => route.fulfill({ status: 404, contentType: 'text/html', body: '<!doctype html><title>Not found</title>' });
const signInPage = (route: Route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Welcome to the train</title>' });
const brokenOff = (route: Route) => route.abort('connectionreset');
const overloaded = (route: Route) => route.fulfill({ status: 503, body: '' });

const files = {
  script: '**/pagefind/pagefind.js*',
  entry: '**/pagefind/pagefind-entry.json*',
  list: '**/pagefind/*.pf_meta',
  program: '**/pagefind/wasm.*',
  part: '**/pagefind/index/*',
  symptom: '**/pagefind/fragment/*',
};

for (const [name, file] of Object.entries(files)) {
  for (const [how, fault] of Object.entries({ 'is gone': gone, 'is cut off': half, 'is a sign-in page': signInPage, 'breaks off': brokenOff, 'is refused': overloaded })) {
    test(`the index: its ${name} ${how}: that is said, and another attempt answers`, async ({ page }) => {
      const message = await knownMessage();
      await page.route(file, fault);
      await page.goto(addressOf(message));
      await expect(status(page)).toHaveText(failed);
      await expect(results(page)).toHaveCount(0);
      await expect(box(page)).toHaveValue(message);
      await expect(page.getByRole('main').getByRole('link', { name: 'List of all symptoms' })).toBeVisible();
      await page.unroute(file);
      await again(page).click();
      await expect(status(page)).toHaveText(/^Match/);
    });
  }
}
