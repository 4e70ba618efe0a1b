import { expect } from '@playwright/test';
import { test } from './build-under-test.ts';
import { testEveryPage } from './every-page.ts';

test.use({ javaScriptEnabled: false });

testEveryPage(
  'without JavaScript a page can be read, all of it, and shows no control that needs a script',
  async ({ page, address, open }) => {
    await open();
    const where = `/${address}`;
    await expect.soft(page.getByRole('heading', { level: 1 }), where).toBeVisible();
    for (const role of ['button', 'textbox'] as const) await expect.soft(page.getByRole(role), where).toHaveCount(0);
    await expect.soft(page.getByText('Press / anywhere'), where).toBeHidden();
    for (const code of await page.locator('main pre').all()) await expect.soft(code, where).toBeVisible();
    for (const link of await page.getByRole('navigation', { name: 'On this page' }).getByRole('link').all())
      await expect.soft(link, where).toBeVisible();
    for (const diagram of await page.getByRole('region', { name: /^Diagram: / }).all()) {
      const box = await diagram.locator('svg').boundingBox();
      expect.soft(box?.height, where).toBeGreaterThan(40);
    }
  },
);
