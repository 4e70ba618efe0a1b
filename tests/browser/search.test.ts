import { expect, type Page } from '@playwright/test';
import { builds } from '../builds.ts';
import { test } from './ready-page.ts';
import { at, messageOf, symptomsOf, pageTypes, historyUrl } from './site.ts';

const box = (page: Page) => page.getByRole('textbox', { name: 'Error message, log or description' });
const results = (page: Page) => page.getByRole('main').getByRole('heading', { level: 2 }).getByRole('link');
const status = (page: Page) => page.getByRole('status');
const address = (query: string) => at(`/search/#q=${encodeURIComponent(query)}`);

/** Two symptoms of different articles, where there are two. */
async function twoSymptoms() {
  const faults = await symptomsOf();
  const other = faults.find(({ article }) => article.slug !== faults[0].article.slug) ?? faults.at(-1);
  return [faults[0], other ?? faults[0]] as const;
}

test('the box of the front page leads to the symptom', async ({ page }) => {
  const [symptom] = await symptomsOf();
  const { title, url, meaning } = symptom;
  const message = messageOf(symptom);
  await page.goto(at('/'));
  await expect(box(page)).toBeFocused();
  await page.keyboard.insertText(message);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(address(message));
  const found = results(page).filter({ hasText: title });
  await expect(page.getByText(meaning)).toBeVisible();
  await expect(status(page)).toHaveText(/^Match/);
  await found.first().click();
  await expect(page).toHaveURL(at(url));
});

test('the button searches too, and Shift+Enter makes a new line', async ({ page }) => {
  const [{ title }] = await symptomsOf();
  await page.goto(at('/search/'));
  await box(page).fill(title);
  await box(page).press('Shift+Enter');
  await expect(box(page)).toHaveValue(`${title}\n`);
  await expect(results(page)).toHaveCount(0);
  await page.getByRole('button', { name: 'Find the fault' }).click();
  await expect(results(page).filter({ hasText: title }).first()).toBeVisible();
});

test('a symptom that has a message is found first by its title', async ({ page }) => {
  await page.goto(at('/search/'));
  for (const { title } of (await symptomsOf()).filter(({ signatures }) => signatures.length).slice(0, 20)) {
    await box(page).fill(title);
    await box(page).press('Enter');
    await expect.soft(results(page).first(), title).toHaveText(title);
  }
});

for (const form of ['#q=', '?q=']) {
  test(`a link with ${form} searches, and leaves the query in the fragment only`, async ({ page }) => {
    const [{ title }] = await symptomsOf();
    await page.goto(at(`/search/${form}${encodeURIComponent(title)}`));
    await expect(results(page).filter({ hasText: title }).first()).toBeVisible();
    await expect(box(page)).toHaveValue(title);
    await expect(page).toHaveURL(address(title));
  });
}

test('a stray percent sign in a link is taken as it is', async ({ page }) => {
  await page.goto(at('/search/#q=100%'));
  await expect(box(page)).toHaveValue('100%');
  await expect(status(page)).not.toBeEmpty();
});

test('arrow keys move between the box and the results, Enter follows', async ({ page }) => {
  const [{ article }] = await symptomsOf();
  await page.goto(address(article.title));
  await expect(results(page).first()).toBeVisible();
  await box(page).focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.press('ArrowDown');
  await expect(results(page).nth(0)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(results(page).nth(1)).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(box(page)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  const target = await results(page).first().getAttribute('href');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(at(target ?? ''));
});

test('the slash key goes to the box of the page from everywhere in it, and types itself in the box', async ({ page }) => {
  for (const type of ['front', 'search', 'not found'] as const) {
    await page.goto(at(await pageTypes[type]()));
    await page.getByRole('heading', { level: 1 }).click();
    const before = await box(page).inputValue();
    await page.keyboard.press('/');
    await expect(box(page)).toBeFocused();
    await expect(box(page)).toHaveValue(before);
    await page.keyboard.press('/');
    await expect(box(page)).toHaveValue('/');
  }
});

test('a query that finds nothing says so, and an emptied box shows nothing', async ({ page }) => {
  await page.goto(address('zzqx wvvk'));
  await expect(status(page)).toHaveText(/^No match/);
  await expect(results(page)).toHaveCount(0);
  await box(page).fill('');
  await box(page).press('Enter');
  await expect(status(page)).toBeEmpty();
});

test('an index that cannot be loaded says so, and is tried again', async ({ page }) => {
  const [{ title }] = await symptomsOf();
  await page.route('**/pagefind/**', (route) => route.abort());
  await page.goto(address(title));
  await expect(status(page)).toHaveText(/could not be loaded/);
  await expect(results(page)).toHaveCount(0);
  await page.unroute('**/pagefind/**');
  await page.getByRole('button', { name: 'Find the fault' }).click();
  await expect(results(page).first()).toBeVisible();
});

test('back restores the query before, and the one that a result was opened from', async ({ page }) => {
  const [{ title }, other] = await twoSymptoms();
  await page.goto(address(title));
  await expect(results(page).filter({ hasText: title }).first()).toBeVisible();
  await box(page).fill(other.title);
  await box(page).press('Enter');
  await results(page).filter({ hasText: other.title }).first().click();
  await expect(page).toHaveURL(at(other.url));
  await page.goBack();
  await expect(box(page)).toHaveValue(other.title);
  await expect(results(page).filter({ hasText: other.title }).first()).toBeVisible();
  await page.goBack();
  await expect(box(page)).toHaveValue(title);
  await expect(results(page).filter({ hasText: title }).first()).toBeVisible();
});

test('works under a base path', async ({ page }) => {
  const [{ title, url }] = await symptomsOf(builds.history);
  await page.goto(historyUrl());
  await box(page).fill(title);
  await box(page).press('Enter');
  await results(page).filter({ hasText: title }).first().click();
  await expect(page).toHaveURL(new URL(url, historyUrl()).href);
});
