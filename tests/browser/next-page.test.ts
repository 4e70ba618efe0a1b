/** The next page where a browser says that it knows no speculation rules: a script fetches what they name. */
import { expect, type Page } from '@playwright/test';
import { test } from './ready-page.ts';
import { at, symptomsOf } from './site.ts';
import { watchPolicy } from './violations.ts';

test.use({ hasTouch: true });

/** Opens the article of the first symptom; tells what scripts ask from its start on, and gives a link to the symptom's page. */
async function openArticle(page: Page) {
  await page.addInitScript(() => {
    HTMLScriptElement.supports = () => false;
  });
  const fetched: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'fetch') fetched.push(request.url());
  });
  const [symptom] = await symptomsOf();
  await page.goto(at(symptom.article.url), { waitUntil: 'networkidle' });
  return { fetched, next: at(symptom.url), link: page.locator(`section#${symptom.id}`).getByRole('link', { name: 'Page for tickets' }) };
}

test('a page is fetched once when a link to it is pointed at, and nothing before', async ({ page }) => {
  const violations = await watchPolicy(page);
  const { fetched, next, link } = await openArticle(page);
  await page.getByRole('navigation', { name: 'You may be seeing' }).getByRole('link').first().hover(); // a part of the same page
  await page.getByRole('navigation', { name: 'Site' }).getByRole('link', { name: 'Search' }).hover(); // opens a dialog
  await link.scrollIntoViewIfNeeded();
  expect(fetched).toEqual([]);
  await link.hover();
  await expect.poll(() => fetched).toEqual([next]);
  await page.getByRole('heading', { level: 1 }).hover();
  await link.hover();
  await link.focus();
  const other = page.getByRole('contentinfo').getByRole('link', { name: 'All symptoms' });
  await other.hover();
  await expect.poll(() => fetched).toEqual([next, at('/symptoms/')]);
  expect(await violations()).toEqual([]);
});

test('a link that is touched is fetched at once, one that is focused after a while', async ({ page }) => {
  const { fetched, next, link } = await openArticle(page);
  await Promise.all([page.waitForResponse(/fetch-next-page/), link.scrollIntoViewIfNeeded()]);
  await page.waitForLoadState('networkidle');
  await link.dispatchEvent('pointerdown', { pointerType: 'touch' });
  await expect.poll(() => fetched).toEqual([next]);
  await page.getByRole('contentinfo').getByRole('link', { name: 'All symptoms' }).focus();
  await expect.poll(() => fetched).toEqual([next, at('/symptoms/')]);
});

test('nothing is fetched for a reader who saves data, nor the script where the browser knows the rules', async ({ page }) => {
  const scripts: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.push(request.url());
  });
  const ofFetching = () => scripts.filter((url) => url.includes('/fetch-next-page.'));
  const [symptom] = await symptomsOf();
  await page.goto(at(symptom.article.url), { waitUntil: 'networkidle' });
  const aids = page.waitForResponse(/\/reading-aids\./);
  await Promise.all([aids, page.getByRole('contentinfo').scrollIntoViewIfNeeded()]);
  await page.waitForLoadState('networkidle');
  expect(ofFetching()).toEqual([]);
  await page.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } }));
  const { fetched, link } = await openArticle(page);
  await Promise.all([page.waitForResponse(/fetch-next-page/), link.scrollIntoViewIfNeeded()]);
  await page.waitForLoadState('networkidle');
  await link.dispatchEvent('pointerdown');
  expect(fetched).toEqual([]);
});
