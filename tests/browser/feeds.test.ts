import { expect } from '@playwright/test';
import { builds } from '../builds.ts';
import { test } from './ready-page.ts';
import { at, faultsFileOf, historyUrl, rootUrl, symptomsOf } from './site.ts';

for (const [build, url] of [
  [builds.root, rootUrl],
  [builds.history, historyUrl],
] as const)
  test(`a browser that adds the search of a site under ${build.base} gets the answer`, async ({ page }) => {
    const [{ title }] = await symptomsOf(build);
    await page.goto(url());
    const description = await page.locator('link[rel="search"]').getAttribute('href');
    const xml = await (await page.request.get(new URL(description ?? '', url()).href)).text();
    const [, template = ''] = /<Url type="text\/html" template="([^"]+)"/.exec(xml) ?? [];
    const { site } = await faultsFileOf(build);
    expect(template.startsWith(site)).toBe(true);
    const filled = template.replace('{searchTerms}', encodeURIComponent(title));
    await page.goto(new URL(filled.slice(site.length), url()).href);
    await expect(page.getByRole('main').getByRole('heading', { level: 2 }).filter({ hasText: title }).first()).toBeVisible();
  });

test('what programs read is served with its type', async ({ request }) => {
  const typeOf = async (file: string) => (await request.get(at(file))).headers()['content-type'];
  expect(await typeOf('/llms.txt')).toBe('text/plain; charset=utf-8');
  expect(await typeOf('/robots.txt')).toBe('text/plain; charset=utf-8');
  expect(await typeOf('/rss.xml')).toBe('application/xml; charset=utf-8');
  expect(await typeOf('/faults.json')).toMatch(/^application\/json/);
  expect(await typeOf('/faults.schema.json')).toMatch(/^application\/json/);
});
