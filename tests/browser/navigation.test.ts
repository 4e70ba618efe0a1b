import { expect } from '@playwright/test';
import { articleParts } from '../../src/model/vocabulary.ts';
import { test } from './ready-page.ts';
import { articlePaths, at, symptomsOf, pageTypes } from './site.ts';

test('front page, card, article, symptom page, and back again', async ({ page }) => {
  const [symptom] = await symptomsOf();
  await page.goto(at('/'));
  await page.getByRole('link', { name: `Read the article: ${symptom.article.title}` }).click();
  await expect(page.getByRole('heading', { level: 1, name: symptom.article.title, exact: true })).toBeVisible();
  await page.locator(`tr#${symptom.id}`).getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1, name: symptom.title, exact: true })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1, name: symptom.article.title, exact: true })).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL(at('/'));
});

test('a card has a frame only for a diagram: without one, its text has the whole width', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(at('/'));
  const cards = page.locator('.card');
  const framed = cards.filter({ has: page.locator('.card-picture') });
  const plain = cards.filter({ hasNot: page.locator('.card-picture') });
  await expect(page.locator('.card-picture')).toHaveCount(await page.locator('.card-picture > svg').count());
  expect(await framed.count()).toBeGreaterThan(0);
  expect(await plain.count()).toBeGreaterThan(0);
  const share = await plain.first().evaluate((card) => (card.lastElementChild?.clientWidth ?? 0) / card.clientWidth);
  expect(share).toBeCloseTo(1);
});

test('the table of contents follows the reading and leads to each part', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 400 }); // so low that even the last part reaches the top
  await page.goto(at(await pageTypes.article()));
  const contents = page.getByRole('navigation', { name: 'On this page' });
  const current = contents.locator('[aria-current="location"]');
  /** The part that the marked entry belongs to: it may be the part's first section, when that begins close below. */
  const part = contents
    .locator('details > ol > li')
    .filter({ has: page.locator('[aria-current="location"]') })
    .getByRole('link')
    .first();
  await expect(current).toHaveCount(0);
  for (const id of Object.keys(articleParts)) {
    await page.locator(`h2#${id}`).evaluate((heading) => heading.scrollIntoView());
    await expect(part).toHaveAttribute('href', `#${id}`);
    await expect(current).toBeInViewport();
  }
  await contents.getByRole('link', { name: 'References' }).click();
  await expect(page.getByRole('heading', { name: 'References' })).toBeInViewport();
});

test('the table of messages has a line for each symptom of the article, with a link to its page', async ({ page }) => {
  const { article } = (await symptomsOf())[0];
  await page.goto(at(article.url));
  const messages = (await symptomsOf()).filter((symptom) => symptom.article.slug === article.slug);
  expect(messages.length).toBeGreaterThan(1);
  await expect(page.locator('.messages tbody tr')).toHaveCount(messages.length);
  for (const { id, title, url } of messages)
    await expect(page.locator(`tr#${id}`).getByRole('link', { name: title, exact: true })).toHaveAttribute('href', new URL(url).pathname);
});

test('a link to a fix that is folded unfolds it', async ({ page }) => {
  for (const { url, fixes } of await symptomsOf()) {
    await page.goto(at(url));
    const folded = page.locator('.is-folded details').first();
    if ((await folded.count()) === 0) continue;
    await expect(folded).not.toHaveAttribute('open');
    const id = await folded.locator(':scope > [id]').getAttribute('id');
    expect(fixes.map((fix) => fix.id)).toContain(id);
    await page.goto(at(`${new URL(url).pathname}#${id ?? ''}`));
    await page.reload();
    await expect(folded).toHaveAttribute('open');
    await expect(folded.locator('summary')).toBeInViewport();
    return;
  }
  throw new Error('No symptom has a folded fix.');
});

test('"Next" visits every article, and "Previous" leads back', async ({ page }) => {
  const articles = await articlePaths();
  expect(articles.length).toBeGreaterThan(2);
  await page.goto(at('/'));
  await page.getByRole('main').getByRole('article').first().getByRole('heading').getByRole('link').click();
  const others = page.getByRole('navigation', { name: 'Other articles' });
  const visited = [new URL(page.url()).pathname];
  while (visited.length < articles.length) {
    await others.getByRole('link', { name: /^Next/ }).click();
    await expect(page).not.toHaveURL(at(visited.at(-1) ?? ''));
    visited.push(new URL(page.url()).pathname);
  }
  expect(visited.toSorted()).toEqual(articles.toSorted());
  await expect(others.getByRole('link', { name: /^Next/ })).toHaveCount(0);
  await others.getByRole('link', { name: /^Previous/ }).click();
  await expect(page).toHaveURL(at(visited.at(-2) ?? ''));
});

test('a page is fetched when a link to it is pointed at, and shown from that', async ({ page }) => {
  const fetched: string[] = [];
  page.on('request', (request) => {
    if (request.headers()['sec-purpose']?.startsWith('prefetch')) fetched.push(request.url());
  });
  const [symptom] = await symptomsOf();
  await page.goto(at(symptom.article.url), { waitUntil: 'networkidle' });
  await page.getByRole('navigation', { name: 'On this page' }).getByRole('link').first().hover(); // a part of the same page, which is there
  const link = page.locator(`tr#${symptom.id}`).getByRole('link');
  await link.hover();
  await expect.poll(() => fetched).toEqual([at(symptom.url)]);
  await link.click();
  await expect(page).toHaveURL(at(symptom.url));
  const how = () => (performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming & { deliveryType: string }).deliveryType;
  expect(await page.evaluate(how)).toBe('navigational-prefetch');
});

test('the skip link leads to the content', async ({ page }) => {
  await page.goto(at(await pageTypes.article()));
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
});

test('an unknown address answers 404 and offers a way on', async ({ page }) => {
  for (const address of ['/no-such-page/', '/articles/no-such-article/', '/no.file']) {
    const response = await page.goto(at(address));
    expect(response?.status()).toBe(404);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no page at this address');
  }
  await page.getByRole('link', { name: 'all symptoms' }).first().click();
  await expect(page).toHaveURL(at('/symptoms/'));
});
