import { expect, type Page } from '@playwright/test';
import { test } from './ready-page.ts';
import { at } from './site.ts';

const article = '/articles/courier-out-of-memory/#start-more-consumers';
const tabs = (page: Page) => page.getByRole('tablist', { name: 'Where it runs' }).first();
const shown = (page: Page) => page.locator('place-tabs').first().locator('.is-terminal pre:visible');

test('a step that differs by place has tabs, by pointer and by keyboard, and the choice stays', async ({ page }) => {
  await page.goto(at(article));
  await expect(tabs(page).getByRole('tab', { selected: true })).toHaveText('On the host');
  await expect(shown(page)).toHaveCount(1);
  await tabs(page).getByRole('tab', { name: 'Docker' }).click();
  await expect(shown(page)).toContainText('docker compose up');
  await page.keyboard.press('ArrowRight');
  await expect(tabs(page).getByRole('tab', { name: 'Kubernetes' })).toBeFocused();
  await expect(shown(page)).toContainText('kubectl scale');
  await page.keyboard.press('ArrowRight');
  await expect(tabs(page).getByRole('tab', { selected: true })).toHaveText('On the host');
  await page.keyboard.press('End');
  await page.goto('about:blank');
  await page.goto(at(article));
  await expect(tabs(page).getByRole('tab', { selected: true })).toHaveText('Kubernetes');
  await expect(shown(page)).toContainText('kubectl scale');
});

test('on paper all places stand below each other', async ({ page }) => {
  await page.goto(at(article));
  await expect(tabs(page)).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(shown(page)).toHaveCount(3);
  await expect(tabs(page)).toBeHidden();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('all places stand below each other, each with its name', async ({ page }) => {
    await page.goto(at(article));
    await page.locator('details', { has: page.locator('place-tabs') }).evaluateAll((found) => {
      for (const details of found) (details as HTMLDetailsElement).open = true;
    });
    await expect(shown(page)).toHaveCount(3);
    for (const name of ['On the host', 'Docker', 'Kubernetes']) await expect(page.getByText(name, { exact: true }).first()).toBeVisible();
  });
});
