import { expect, type BrowserContext } from '@playwright/test';
import type { Deployment } from './deployments.ts';
import { cachedAddresses, symptomOf, test, use } from './offline-site.ts';

test('a page loads nothing for offline use before the reader’s first action', async ({ page, context, site }) => {
  const asked: string[] = [];
  context.on('request', (request) => asked.push(request.url()));
  const { url } = await symptomOf(site);
  await page.goto(site.at(url), { waitUntil: 'networkidle' });
  expect(asked.filter((address) => address.endsWith('/service-worker.js'))).toEqual([]);
  await use(page);
  expect(asked.filter((address) => address.endsWith('/service-worker.js'))).toHaveLength(1);
});

for (const [how, goDown] of [
  ['with the network off', ({ context }) => context.setOffline(true)],
  ['with the server down', ({ site }) => site.stop()],
] as const satisfies readonly (readonly [string, (given: { context: BrowserContext; site: Deployment }) => Promise<void>])[]) {
  test(`pages that were visited open ${how}, with their styles and scripts`, async ({ page, context, site }) => {
    const { url, title, article } = await symptomOf(site);
    await page.goto(site.at(url));
    await use(page);
    await page.goto(site.at(article.url), { waitUntil: 'networkidle' });
    const ground = () => page.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor);
    const online = await ground();
    await goDown({ context, site });
    await page.goto(site.at(article.url));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(article.title);
    expect(await ground()).toBe(online);
    await page.getByRole('button', { name: 'Dark theme' }).click();
    await expect(page.getByRole('button', { name: 'Dark theme' })).toHaveAttribute('aria-pressed', 'true');
    await page.goto(site.at(url));
    await expect(page.getByRole('heading', { level: 1 })).toContainText(title);
  });
}

test('caches of this site under their former name are deleted, and no others', async ({ page, site }) => {
  await page.goto(site.at('robots.txt'));
  const others = ['faultbook /other/ pages', 'program /kb/ data', 'pages'];
  const former = ['pages', 'assets', 'kept', 'shell 1a2b', 'copy 3c4d'].map((kind) => `faultbook /kb/ ${kind}`);
  await page.evaluate((names) => Promise.all(names.map((name) => caches.open(name))), [...others, ...former]);
  await page.goto(site.at(''));
  await use(page);
  const names = () => page.evaluate(() => caches.keys());
  await expect.poll(names).not.toContain(former[0]);
  expect((await names()).filter((name) => !name.startsWith('knowledge-base '))).toEqual(others);
  expect(await names()).toContain('knowledge-base /kb/ pages');
});

test('a page that is not kept says so, and links to the kept pages', async ({ page, site }) => {
  const { url, article } = await symptomOf(site);
  await page.goto(site.at(article.url));
  await use(page);
  await site.stop();
  const response = await page.goto(site.at(url));
  expect(response?.status()).toBe(503);
  await expect(page).toHaveURL(site.at(url));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page is not kept for offline');
  await page.getByRole('main').getByRole('link', { name: article.title }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(article.title);
});

test('a server error counts as no server', async ({ page, site, context }) => {
  const { url, title } = await symptomOf(site);
  await page.goto(site.at(url));
  await use(page);
  await context.route('**/*', (route) => route.fulfill({ status: 502, body: 'Bad Gateway' }));
  await page.goto(site.at(url));
  await expect(page.getByRole('heading', { level: 1 })).toContainText(title);
});

test('a visited page opens from the cache when the server never answers', async ({ page, site, context }) => {
  const { url, title } = await symptomOf(site);
  await page.goto(site.at(url));
  await use(page);
  let asked = 0;
  await context.route(site.at(url), () => void asked++); // never answered
  await page.goto(site.at(url));
  await expect(page.getByRole('heading', { level: 1 })).toContainText(title);
  expect(asked, 'the server was asked first').toBe(1);
});

test('once the network is back, a visited page shows its present version', async ({ page, site }) => {
  const { url, title } = await symptomOf(site);
  await page.goto(site.at(url));
  await use(page);
  await site.deploy(await site.changed(title, 'Another title'));
  await page.goto(site.at(url));
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Another title');
});

test('no paste is kept with the pages, and the visited pages can be removed', async ({ page, site }) => {
  for (const form of ['#q=', '?q=']) {
    await page.goto(site.at(`search/${form}secretword`));
    await use(page);
    await page.reload();
    await expect(page.getByRole('main').getByRole('status').first()).toHaveText(/^No match/);
  }
  const kept = await cachedAddresses(page);
  expect(kept).toContain(site.at('search/'));
  expect(kept.filter((address) => address.includes('secretword'))).toEqual([]);
  await page.goto(site.at('offline/'));
  await page.getByRole('button', { name: 'Forget them' }).click();
  await expect(page.getByText('No page yet')).toBeVisible();
  expect(await cachedAddresses(page)).not.toContain(site.at('search/'));
});
