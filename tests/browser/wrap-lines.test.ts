import { expect, type Locator, type Page } from '@playwright/test';
import { test } from './ready-page.ts';
import { at, pageTypes } from './site.ts';

test.use({ viewport: { width: 390, height: 844 } });

const outputs = (page: Page) => page.locator('figure', { has: page.locator('pre:not(.wrap)') });
const switchOf = (block: Locator) => block.getByRole('button', { name: 'Wrap lines' });
const isWide = (block: Locator) => block.locator('pre').evaluate((pre) => pre.scrollWidth > pre.clientWidth);

const unfold = (page: Page) =>
  page.locator('details').evaluateAll((found) => {
    for (const details of found) (details as HTMLDetailsElement).open = true;
  });

/** The page of an article, with the blocks that are wider than a phone and those that are not. */
async function openArticle(page: Page): Promise<{ wide: Locator[]; narrow: Locator[] }> {
  await page.goto(at(await pageTypes.article()), { waitUntil: 'networkidle' });
  // What is folded gets its switch when it is opened.
  await unfold(page);
  await page.mouse.move(100, 100);
  const found: { wide: Locator[]; narrow: Locator[] } = { wide: [], narrow: [] };
  for (const block of await outputs(page).all()) found[(await isWide(block)) ? 'wide' : 'narrow'].push(block);
  expect(found.wide.length).toBeGreaterThan(1);
  expect(found.narrow.length).toBeGreaterThan(0);
  return found;
}

test('a wide block can be wrapped, and no other', async ({ page }) => {
  const { wide, narrow } = await openArticle(page);
  for (const block of wide) await expect(switchOf(block)).toHaveAttribute('aria-pressed', 'false');
  for (const block of narrow) await expect(switchOf(block)).toHaveCount(0);
  await expect(page.locator('figure', { has: page.locator('pre.wrap') }).getByRole('button', { name: 'Wrap lines' })).toHaveCount(0);
});

test('one press wraps all wide blocks, and what was pressed stays where it is; another press takes it back', async ({ page }) => {
  const { wide } = await openArticle(page);
  const last = wide.at(-1);
  if (!last) throw new Error('no wide block');
  await switchOf(last).scrollIntoViewIfNeeded();
  const top = async () => (await switchOf(last).boundingBox())?.y ?? 0;
  const before = await top();
  await switchOf(last).click();
  for (const block of wide) {
    expect(await isWide(block)).toBe(false);
    await expect(switchOf(block)).toHaveAttribute('aria-pressed', 'true');
  }
  expect(Math.abs((await top()) - before)).toBeLessThan(2);
  await switchOf(last).click();
  for (const block of wide) expect(await isWide(block)).toBe(true);
});

test('works by keyboard', async ({ page }) => {
  const { wide } = await openArticle(page);
  const [first] = wide;
  if (!first) throw new Error('no wide block');
  await first.locator('pre').focus();
  await page.keyboard.press('Tab');
  await expect(switchOf(first)).toBeFocused();
  await page.keyboard.press('Space');
  await expect(switchOf(first)).toHaveAttribute('aria-pressed', 'true');
  expect(await isWide(first)).toBe(false);
});

test('the choice holds on the next page, before anything is painted, and the same blocks have the switch', async ({ page }) => {
  const { wide } = await openArticle(page);
  await wide[0]?.getByRole('button', { name: 'Wrap lines' }).click();
  await page.reload({ waitUntil: 'networkidle' });
  await unfold(page);
  await page.mouse.move(200, 200);
  for (const block of wide) {
    expect(await isWide(block)).toBe(false);
    await expect(switchOf(block)).toHaveAttribute('aria-pressed', 'true');
  }
  await expect(page.getByRole('button', { name: 'Wrap lines' })).toHaveCount(wide.length);
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (!document.body) return;
      observer.disconnect();
      Object.assign(window, { wrapAtFirst: 'wrap' in document.documentElement.dataset });
    }).observe(document, { childList: true, subtree: true });
  });
  await page.goto(at(await pageTypes.symptom()));
  expect(await page.evaluate(() => (window as unknown as { wrapAtFirst?: boolean }).wrapAtFirst)).toBe(true);
});
