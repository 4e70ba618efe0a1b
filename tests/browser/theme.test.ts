import { expect, type Page } from '@playwright/test';
import { test } from './ready-page.ts';
import { at, pageTypes } from './site.ts';

const ground = (page: Page) => page.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor);
const toggle = (page: Page) => page.getByRole('button', { name: 'Dark theme' });

test('follows the system until the reader chooses', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(at('/'));
  const light = await ground(page);
  await expect(toggle(page)).toHaveAttribute('aria-pressed', 'false');
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect(toggle(page)).toHaveAttribute('aria-pressed', 'true');
  expect(await ground(page)).not.toBe(light);
});

for (const system of ['light', 'dark'] as const) {
  test(`the choice against a ${system} system holds on this page, after a reload, and on other pages`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: system });
    await page.goto(at('/'));
    const before = await ground(page);
    const pressed = String(system === 'light');
    await toggle(page).click();
    await expect(toggle(page)).toHaveAttribute('aria-pressed', pressed);
    const after = await ground(page);
    expect(after).not.toBe(before);
    for (const address of ['/', await pageTypes.article()]) {
      await page.goto(at(address));
      expect(await ground(page)).toBe(after);
      await expect(toggle(page)).toHaveAttribute('aria-pressed', pressed);
    }
    await toggle(page).click();
    expect(await ground(page)).toBe(before);
  });
}

test('the chosen theme is there before anything is painted', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(at('/'));
  await toggle(page).click();
  // A body is there before any deferred script has run: what is set by then is set before the first paint.
  await page.addInitScript(() => {
    const observer = new MutationObserver(() => {
      if (!document.body) return;
      observer.disconnect();
      Object.assign(window, { themeAtFirst: document.documentElement.dataset['theme'] ?? 'none' });
    });
    observer.observe(document, { childList: true, subtree: true });
  });
  for (const address of ['/', await pageTypes.article(), '/search/']) {
    await page.goto(at(address), { waitUntil: 'domcontentloaded' });
    expect(await page.evaluate(() => (window as unknown as { themeAtFirst?: string }).themeAtFirst)).toBe('dark');
  }
});

test('switches by keyboard', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(at('/symptoms/'));
  await toggle(page).focus();
  await page.keyboard.press('Space');
  await expect(toggle(page)).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('Enter');
  await expect(toggle(page)).toHaveAttribute('aria-pressed', 'false');
});
