import { expect, test, type Page } from '@playwright/test';
import { watchLayoutShifts } from './layout-shifts.ts';
import { articlePaths, at } from './site.ts';

const typefaces = '**/*.woff2';
const kept = (page: Page) => expect.poll(() => page.evaluate(() => localStorage.getItem('typefaces'))).toBe('fetched');
const faceOf = (page: Page) => page.evaluate(() => getComputedStyle(document.body).fontFamily.split(',')[0]?.replaceAll('"', ''));
const [first, second] = ['symptoms/', 'use/'];

test('the first tab waits for no typeface, and later ones have the site’s own', async ({ page, context }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.resourceType()));
  await page.goto(at(first));
  await kept(page);
  expect(asked.indexOf('font')).toBeGreaterThan(asked.indexOf('script'));
  await page.goto(at(second));
  expect(await faceOf(page)).not.toBe('Faultbook Sans');
  const later = await context.newPage();
  await later.goto(at(second));
  expect(await faceOf(later)).toBe('Faultbook Sans');
  const loaded = () => later.evaluate(() => [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family));
  await expect.poll(loaded).toEqual(expect.arrayContaining(['Faultbook Sans', 'Faultbook Mono']));
});

test('typefaces that do not come are tried again from the next page', async ({ page }) => {
  await page.route(typefaces, (route) => route.abort());
  await page.goto(at(first), { waitUntil: 'networkidle' });
  expect(await page.evaluate(() => localStorage.getItem('typefaces'))).toBeNull();
  await page.unroute(typefaces);
  await page.goto(at(second));
  await kept(page);
});

test('nothing moves when typefaces that should be kept come late', async ({ page }) => {
  const [article = ''] = await articlePaths();
  await page.addInitScript(() => localStorage.setItem('typefaces', 'fetched'));
  const shifts = await watchLayoutShifts(page, 0);
  const late = Promise.withResolvers<void>();
  await page.route(typefaces, async (route) => {
    await late.promise;
    await route.continue();
  });
  await page.goto(at(article), { waitUntil: 'domcontentloaded' });
  // The text is there, in another face, while ours is on its way.
  await page.evaluate(() => new Promise((done) => new PerformanceObserver(done).observe({ type: 'paint', buffered: true })));
  const arrived = page.waitForEvent('requestfinished', (request) => request.url().endsWith('.woff2'));
  late.resolve();
  await arrived;
  await page.evaluate(() => document.fonts.ready.then(() => new Promise(requestAnimationFrame)));
  expect(await shifts()).toEqual([]);
});
