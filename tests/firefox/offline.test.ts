import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { named, open, scriptLoaded, test } from './reader.ts';

const heading = (page: Page) => page.$eval('h1', ({ textContent }) => textContent.trim());
/** Whether the page has its style sheet: without one, a body has a margin. */
const isStyled = (page: Page) => page.$eval('body', (body) => getComputedStyle(body).margin === '0px');

test('a site that was kept is read and searched with the server down', async ({ page, site, problems }) => {
  const symptom = site.symptoms.at(-1);
  if (!symptom) throw new Error('The site has no symptom.');
  await open(page, site.at('offline/'));
  await page.locator(named('button', 'Keep for offline')).click();
  await page.waitForSelector(named('button', 'Remove offline copy'));
  await site.stop();
  await page.reload();
  await scriptLoaded(page);
  await page.waitForSelector(named('button', 'Remove offline copy'));
  // A page that was never visited.
  await open(page, site.at(symptom.url));
  expect(await heading(page)).toContain(symptom.title);
  expect(await isStyled(page)).toBe(true);
  await open(page, site.at(`search/#q=${encodeURIComponent(symptom.title)}`));
  const found = () => page.$$eval('.finding h2 a', (links) => links.map(({ pathname }) => pathname));
  await expect.poll(found).toContain(symptom.url);
  // Which version is published, only the server knows; Firefox reports that it did not answer.
  expect(problems.splice(0).filter((problem) => !problem.includes('/offline/version.json'))).toEqual([]);
});
