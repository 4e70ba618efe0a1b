import { expect } from 'vitest';
import { hasFocus, named, open, test } from './reader.ts';
import type { Site } from './site.ts';

/** Returns the path of the first article that has a diagram. */
async function articleWithDiagram(site: Site): Promise<string> {
  const articles = new Set(site.symptoms.map(({ article }) => article.url));
  for (const article of articles) {
    const html = await (await fetch(site.at(article))).text();
    if (html.includes('<diagram-zoom')) return article;
  }
  throw new Error('No article has a diagram, which could be opened.');
}

test('a diagram opens in full size, zooms by keyboard, and closes by Escape', async ({ page, site }) => {
  await open(page, site.at(await articleWithDiagram(site)));
  const button = named('button', 'Full size');
  await page.locator(button).click();
  const drawing = await page.waitForSelector('.diagram-dialog[open] svg', { visible: true });
  const caption = await page.$eval('diagram-zoom figcaption > span', ({ textContent }) => textContent);
  expect(await page.$eval('.diagram-dialog', ({ ariaLabel }) => ariaLabel)).toBe(caption);
  const width = () => drawing?.evaluate((svg) => svg.getBoundingClientRect().width) ?? 0;
  const opened = await width();
  await page.keyboard.press('-');
  expect(await width()).toBeLessThan(opened);
  await page.keyboard.press('Escape');
  await page.waitForSelector('.diagram-dialog', { hidden: true });
  expect(await hasFocus(page, button), 'the focus is back').toBe(true);
});
