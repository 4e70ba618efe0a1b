import { expect, type Page } from '@playwright/test';
import { beginAtTop, unmarkedFocus } from './focus.ts';
import { test } from './ready-page.ts';
import { at, pageTypeNames, pageTypes } from './site.ts';

const focusedName = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    return (element?.getAttribute('aria-label') ?? element?.textContent ?? '').trim().replace(/\s+/g, ' ');
  });

test('the tab order of an article begins with the skip link, the wordmark, the navigation', async ({ page }) => {
  await page.goto(at(await pageTypes.article()));
  const order: string[] = [];
  for (let stop = 0; stop < 6; stop++) {
    await page.keyboard.press('Tab');
    order.push(await focusedName(page));
  }
  expect(order).toEqual(['Skip to the content', 'The fault manual', 'Articles', 'Symptoms', 'Search', 'Dark theme']);
});

for (const type of pageTypeNames) {
  test(`${type}: focus shows on every stop`, async ({ page }) => {
    await page.goto(at(await pageTypes[type]()), { waitUntil: 'networkidle' });
    await beginAtTop(page);
    expect(await unmarkedFocus(page, 40)).toEqual([]);
  });
}

test('article: focus shows on the controls in its sections', async ({ page }) => {
  await page.goto(at(await pageTypes.article()), { waitUntil: 'networkidle' });
  for (const first of ['svg.flowchart a', '.self-link', '.code-copy button', '.look-alikes a', '.is-folded summary', '.breadcrumbs a']) {
    const element = page.locator(first).first();
    await element.scrollIntoViewIfNeeded();
    await element.focus();
    await page.keyboard.press('Shift+Tab');
    expect.soft(await unmarkedFocus(page, 2), first).toEqual([]);
  }
});

test('Tab stays in the full-size view while it is open', async ({ page }) => {
  await page.goto(at(await pageTypes.article()));
  await page.getByRole('button', { name: 'Full size' }).first().click();
  await expect(page.getByRole('dialog')).toBeVisible();
  const inside = () => page.evaluate(() => document.activeElement === document.body || Boolean(document.activeElement?.closest('dialog')));
  for (let stop = 0; stop < 30; stop++) {
    await page.keyboard.press('Tab');
    expect(await inside()).toBe(true);
  }
});
