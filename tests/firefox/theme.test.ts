import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { named, open, scriptLoaded, test } from './reader.ts';

const ground = (page: Page) => page.$eval('body', (body) => getComputedStyle(body).backgroundColor);

test('the theme changes at a press, and stays so after a reload and on other pages', async ({ page, site }) => {
  await open(page, site.url);
  const before = await ground(page);
  await page.locator(named('button', 'Dark theme')).click();
  const after = await ground(page);
  expect(after).not.toBe(before);
  await page.reload();
  await scriptLoaded(page);
  expect(await ground(page)).toBe(after);
  await open(page, site.at('symptoms/'));
  expect(await ground(page)).toBe(after);
  await page.locator(named('button', 'Dark theme')).click();
  expect(await ground(page)).toBe(before);
});
