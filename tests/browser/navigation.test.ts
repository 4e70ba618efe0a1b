import { expect } from '@playwright/test';
import { articleParts } from '../../src/model/vocabulary.ts';
import { test } from './ready-page.ts';
import { at, symptomsOf, pageTypes } from './site.ts';

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

test('a card shows messages of its article, as a picture with a text alternative', async ({ page }) => {
  await page.goto(at('/'));
  for (const card of await page.locator('.card').all()) {
    const picture = card.getByRole('img');
    if ((await picture.count()) === 0) continue;
    const messages = await picture.locator('code').allTextContents();
    expect(messages.length).toBeGreaterThan(0);
    await expect(picture).toHaveAccessibleName(`Messages of this fault: ${messages.join('; ')}`);
  }
  expect(await page.locator('.card').getByRole('img').count()).toBeGreaterThan(0);
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
    await expect(page.locator(`tr#${id}`).getByRole('link', { name: title, exact: true })).toHaveAttribute('href', url);
});

test('a link to a fix that is folded unfolds it', async ({ page }) => {
  for (const { url, fixes } of await symptomsOf()) {
    await page.goto(at(url));
    const folded = page.locator('.is-folded details').first();
    if ((await folded.count()) === 0) continue;
    await expect(folded).not.toHaveAttribute('open');
    const id = await folded.locator(':scope > [id]').getAttribute('id');
    expect(fixes.map((fix) => fix.id)).toContain(id);
    await page.goto('about:blank'); // as from a ticket
    await page.goto(at(`${url}#${id ?? ''}`));
    await expect(folded).toHaveAttribute('open');
    await expect(folded.locator('summary')).toBeInViewport();
    return;
  }
  throw new Error('No symptom has a folded fix.');
});

test('breadcrumbs lead from a symptom to its technology and its article', async ({ page }) => {
  const symptom = (await symptomsOf())[0];
  await page.goto(at(symptom.url));
  const trail = page.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('link');
  await expect(trail.last()).toHaveText(symptom.article.title);
  await expect(trail.last()).toHaveAttribute('href', symptom.article.url);
  await trail.first().click();
  await expect(page).toHaveURL(/\/technologies\/[a-z-]+\/$/);
  await expect(page.getByRole('main').getByRole('link', { name: symptom.title, exact: true })).toHaveAttribute('href', symptom.url);
});

test('the header stays in reach, and does not cover what a link leads to', async ({ page }) => {
  await page.goto(at(`${await pageTypes.article()}#prove`));
  const header = page.locator('.site-header');
  await expect(header).toBeInViewport({ ratio: 1 });
  const [heading, bar] = await Promise.all([page.locator('#prove').boundingBox(), header.boundingBox()]);
  expect(heading?.y).toBeGreaterThanOrEqual((bar?.y ?? 0) + (bar?.height ?? 0));
});

test('the list of symptoms filters as one types, and the filter can be linked', async ({ page }) => {
  const symptoms = await symptomsOf();
  await page.goto(at('symptoms/'));
  const shown = page.locator('.symptom-list li:visible');
  await expect(shown).toHaveCount(symptoms.length);
  await page.getByRole('searchbox').fill('EXIT 137');
  const wanted = symptoms.filter(({ title }) => /exit/i.test(title) && /137/.test(title));
  expect(wanted.length).toBeGreaterThan(0);
  await expect(shown).toHaveCount(wanted.length);
  await expect(page.locator('symptom-filter output')).toHaveText(`${wanted.length} symptom${wanted.length === 1 ? '' : 's'}`);
  await expect(page).toHaveURL(/\/symptoms\/#filter=EXIT\+137$/);
  await page.reload();
  await expect(shown).toHaveCount(wanted.length);
  await page.getByRole('searchbox').press('Enter');
  await expect(shown.first().getByRole('link')).toBeFocused();
  await page.getByRole('searchbox').fill('no such words');
  await expect(shown).toHaveCount(0);
  await page.getByRole('searchbox').fill('');
  await expect(shown).toHaveCount(symptoms.length);
  await expect(page).toHaveURL(at('symptoms/'));
});

test('an example of the front page is answered by a press, and reaches no server', async ({ page }) => {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(at('/'));
  const examples = page.getByRole('region', { name: 'Examples' }).getByRole('link');
  await expect(examples).toHaveCount(3);
  const words = (await examples.first().locator('code').textContent())?.trim().split(/\s+/).at(-1) ?? '';
  await examples.first().click();
  await expect(page.getByRole('status')).toHaveText(/^Match/);
  expect(words).not.toBe('');
  expect(requests.filter((url) => decodeURIComponent(url).includes(words))).toEqual([]);
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
