import { expect, type Page } from '@playwright/test';
import { test } from './ready-page.ts';
import { at, pageTypes } from './site.ts';

const position = (page: Page) => page.evaluate(() => Math.round(scrollY));

/** Scrolls to the middle of the page, where the browser remembers the place. */
async function readToTheMiddle(page: Page): Promise<number> {
  await page.evaluate(() => scrollTo({ top: document.documentElement.scrollHeight / 2, behavior: 'instant' }));
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  return position(page);
}

for (const [width, height] of [
  [390, 844],
  [1280, 900],
] as const)
  test.describe(`at ${width} pixels`, () => {
    test.use({ viewport: { width, height } });

    for (const type of ['article', 'symptom', 'list of symptoms'] as const) {
      test(`${type}: Back leads to where the reader was`, async ({ page }) => {
        await page.goto(at(await pageTypes[type]()), { waitUntil: 'networkidle' });
        const left = await readToTheMiddle(page);
        expect(left).toBeGreaterThan(height);
        await page.goto(at(await pageTypes.technology()), { waitUntil: 'networkidle' });
        await page.goBack({ waitUntil: 'networkidle' });
        await expect.poll(async () => Math.abs((await position(page)) - left)).toBeLessThan(height / 10);
      });

      test(`${type}: so does loading the page again`, async ({ page }) => {
        await page.goto(at(await pageTypes[type]()), { waitUntil: 'networkidle' });
        const left = await readToTheMiddle(page);
        await page.reload({ waitUntil: 'networkidle' });
        await expect.poll(async () => Math.abs((await position(page)) - left)).toBeLessThan(height / 10);
      });
    }

    test('Back from a section leads to the link that was followed', async ({ page }) => {
      await page.goto(at(await pageTypes.article()), { waitUntil: 'networkidle' });
      await readToTheMiddle(page);
      const link = page.locator('.prose .section p a[href*="#"]:not(.self-link, details a)').first();
      await link.scrollIntoViewIfNeeded();
      const left = await position(page);
      await link.click();
      await expect.poll(() => position(page)).not.toBe(left);
      await page.goBack();
      await expect.poll(async () => Math.abs((await position(page)) - left)).toBeLessThan(height / 10);
      await expect(link).toBeInViewport();
    });
  });
