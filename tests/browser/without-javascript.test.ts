import { expect } from '@playwright/test';
import { test } from './ready-page.ts';
import { at, symptomsOf, pageTypes } from './site.ts';

test.use({ javaScriptEnabled: false });

for (const type of ['front', 'search', 'not found'] as const) {
  test(`${type}: offers the list of all symptoms instead of the search`, async ({ page }) => {
    await page.goto(at(await pageTypes[type]()));
    await page.getByRole('link', { name: 'list of all symptoms' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'All symptoms' })).toBeVisible();
  });
}

test('links lead from the list of symptoms to a symptom, its fix and its article', async ({ page }) => {
  const [symptom] = await symptomsOf();
  await page.goto(at('/symptoms/'));
  await page.getByRole('link', { name: symptom.title, exact: true }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: symptom.title, exact: true })).toBeVisible();
  await page.getByRole('complementary').getByRole('link', { name: symptom.article.title, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: symptom.article.title, exact: true })).toBeVisible();
  await expect(page.locator(`tr#${symptom.id}`)).toBeInViewport();
});

test('an article shows its code, its diagrams, their words and all of its contents', async ({ page }) => {
  await page.goto(at(await pageTypes.article()));
  await expect(page.getByRole('code').first()).toBeVisible();
  const diagrams = page.locator('svg.flowchart');
  expect(await diagrams.count()).toBeGreaterThan(1);
  for (const diagram of await diagrams.all()) expect((await diagram.boundingBox())?.height).toBeGreaterThan(100);
  await page.getByText('The diagram in words').first().click();
  await expect(page.getByText('How it connects:').first()).toBeVisible();
  const contents = await page.getByRole('navigation', { name: 'On this page' }).getByRole('link').all();
  expect(contents.length).toBeGreaterThan(1);
  for (const link of contents) await expect(link).toBeVisible();
});
