/** Pages as browsers without style sheets and scripts show them: text in the order of the source. */
import { expect } from '@playwright/test';
import { test } from './ready-page.ts';
import { at, pageTypes } from './site.ts';

test.use({ javaScriptEnabled: false });

for (const type of ['symptom', 'article'] as const) {
  test(`${type}: without style sheets and scripts no words run together, and no control stands there that does nothing`, async ({
    page,
  }) => {
    await page.route('**/*.css', (route) => route.abort());
    await page.goto(at(await pageTypes[type]()));
    const found = await page.locator('.section-marks, .jumps').all();
    expect(found.length).toBeGreaterThan(1);
    for (const marks of found) {
      const texts = (await marks.locator(':scope > *').allTextContents()).map((text) => text.trim()).filter(Boolean);
      expect(((await marks.textContent()) ?? '').replace(/\s+/g, ' ').trim()).toBe(texts.join(' ').replace(/\s+/g, ' '));
    }
    await expect(page.getByText('Copy for the ticket')).toHaveCount(0);
  });
}

test('every heading of an article or symptom’s page is named by its own text, and is a link where its place has an id', async ({
  page,
}) => {
  for (const type of ['symptom', 'article'] as const) {
    await page.goto(at(await pageTypes[type]()));
    const headings = page.locator('.prose :is(h2, h3, h4)');
    for (const heading of await headings.all())
      await expect(heading).toHaveAccessibleName(((await heading.textContent()) ?? '').replace(/\s+/g, ' ').trim());
    const unlinked = await page
      .locator('.prose :is(h2[id], h3[id], h4[id], section[id] > h3:first-of-type, li[id] > h4):not(:has(> a[href]))')
      .allTextContents();
    expect(unlinked).toEqual([]);
    expect(await headings.locator('.self-link').count()).toBeGreaterThan(5);
  }
});
