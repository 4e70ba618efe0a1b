import { expect } from '@playwright/test';
import { test } from './build-under-test.ts';
import { testEveryPage } from './every-page.ts';

test.use({ javaScriptEnabled: false });

testEveryPage(
  'without JavaScript a page can be read, all of it, and shows no control that needs a script',
  async ({ page, address, open: openPage }) => {
    await openPage();
    const where = `/${address}`;
    await expect.soft(page.getByRole('heading', { level: 1 }), where).toBeVisible();
    for (const role of ['button', 'textbox'] as const) await expect.soft(page.getByRole(role), where).toHaveCount(0);
    await expect.soft(page.getByText('Press / anywhere'), where).toBeHidden();
    const open = page.locator('main pre:not(details:not([open]) *)');
    for (const code of await open.all()) await expect.soft(code, where).toBeVisible();
    for (const summary of await page.locator('main details:not(details details, .contents details) > summary').all())
      await expect.soft(summary, where).toBeVisible();
    for (const link of await page.getByRole('navigation', { name: 'On this page' }).getByRole('link').all())
      await expect.soft(link, where).toBeVisible();
    for (const diagram of await page.locator('svg.flowchart:not(details:not([open]) *)').all())
      expect.soft((await diagram.boundingBox())?.height, where).toBeGreaterThan(40);
  },
);
