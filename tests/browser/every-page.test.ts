import { expect, type Page } from '@playwright/test';
import { findings } from './accessibility.ts';
import { watchLayoutShifts } from './layout-shifts.ts';
import { collectProblems } from './page-problems.ts';
import { test } from './ready-page.ts';
import { at, pageTypeNames, pageTypes, rootUrl, type PageType } from './site.ts';
import { overflowsOf } from './overflow.ts';

/** Opens a page and waits until what it loads by script is there too. */
async function open(page: Page, type: PageType): Promise<void> {
  await page.goto(at(await pageTypes[type]()), { waitUntil: 'networkidle' });
  if (type === 'search with results') await expect(page.getByRole('main').getByRole('article').first()).toBeVisible();
}

for (const type of pageTypeNames) {
  test.describe(type, () => {
    test('loads without an error, and from this server only', async ({ page }) => {
      const problems = collectProblems(page, new URL(rootUrl()).origin);
      await open(page, type);
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
      expect(problems).toEqual([]);
    });

    test('fits every width from 320 to 1440 pixels', async ({ page }) => {
      expect(await overflowsOf(page, at(await pageTypes[type]()))).toEqual([]);
    });

    for (const colorScheme of ['light', 'dark'] as const) {
      for (const width of [320, 390, 1280, 1440]) {
        test(`has no finding of axe in ${colorScheme} at ${width} pixels`, async ({ page }) => {
          await page.emulateMedia({ colorScheme });
          await page.setViewportSize({ width, height: 900 });
          await open(page, type);
          expect(await findings(page)).toEqual([]);
        });
      }
    }

    for (const width of [390, 1280]) {
      test(`does not move while it loads, at ${width} pixels`, async ({ page }) => {
        await page.setViewportSize({ width, height: 900 });
        const shifts = await watchLayoutShifts(page);
        await open(page, type);
        await page.evaluate(() => document.fonts.ready);
        expect(await shifts()).toEqual([]);
      });
    }
  });
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the full-size view of a diagram has no finding of axe in ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await open(page, 'article');
    await page.getByRole('button', { name: 'Full size' }).first().click();
    await expect(page.getByRole('dialog')).toBeVisible();
    expect(await findings(page)).toEqual([]);
  });
}
