import { expect, type Page } from '@playwright/test';
import { collectProblems } from './page-problems.ts';
import { test } from './ready-page.ts';
import { at, historyUrl, pageTypeNames, pageTypes, symptomsOf } from './site.ts';
import { watchPolicy, withoutHeaders } from './violations.ts';

/** Pages of the fixture under a base path; one has a former address, one brings HTML along in all that it says. */
const pagesUnderBase = [
  'articles/broker-queue-full/',
  'symptoms/jobs-late/',
  'symptoms/',
  'search/#q=queue',
  'offline/',
  'use/',
  'articles/queue-full/',
];

const box = (page: Page) => page.getByRole('textbox', { name: 'Error message, log or description' });
test('data, missing pages and scripts have the headers too; files named by a hash are cached for good', async ({ page, request }) => {
  const scripts: string[] = [];
  page.on('response', (response) => response.url().includes('/_astro/') && scripts.push(response.url()));
  await page.goto(at('/search/'), { waitUntil: 'networkidle' });
  expect(scripts.length).toBeGreaterThan(0);
  for (const url of [at('/faults.json'), at('/no-such-page/'), at('/_astro/no-such.js'), ...scripts]) {
    const headers = (await request.get(url)).headers();
    expect(headers['content-security-policy'], url).toContain("default-src 'none'");
    expect(headers['cache-control']?.includes('immutable'), url).toBe(scripts.includes(url));
  }
});

for (const [name, prepare] of [
  ['with headers', () => Promise.resolve()],
  ['by the policy in the page alone', withoutHeaders],
] as const) {
  test(`no page violates the policy on loading, ${name}`, async ({ context }) => {
    const ofTypes = await Promise.all(pageTypeNames.map(async (type) => at(await pageTypes[type]())));
    const underBase = ['', ...pagesUnderBase].map((address) => new URL(address, historyUrl()).href);
    for (const address of [...ofTypes, ...underBase]) {
      const page = await context.newPage();
      await prepare(page);
      const violations = await watchPolicy(page);
      const problems = collectProblems(page, new URL(address).origin);
      await page.goto(address, { waitUntil: 'networkidle' });
      if (address.includes('#q=')) await expect(page.getByRole('main').getByRole('article').first()).toBeVisible();
      expect(await violations(), address).toEqual([]);
      expect(problems, address).toEqual([]);
      await page.close();
    }
  });

  test(`no action of a reader violates the policy, ${name}`, async ({ page, context }) => {
    await prepare(page);
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const violations = await watchPolicy(page);
    await page.goto(at(await pageTypes.article()));
    await page.getByRole('button', { name: 'Dark theme' }).click();
    await page.getByRole('button', { name: 'Full size' }).first().click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Copy to clipboard' }).first().click();
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).not.toBe('');
    await page.keyboard.press('Control+k');
    await box(page).fill((await symptomsOf())[0].title);
    await box(page).press('Enter');
    await expect(page.getByRole('dialog').getByRole('article').first()).toBeVisible();
    expect(page.workers(), 'the worker answers, not the page in its place').toHaveLength(1);
    expect(await violations()).toEqual([]);
  });

  test(`injected code does not run, ${name}`, async ({ page }) => {
    await prepare(page);
    const violations = await watchPolicy(page);
    await page.goto(at('/'));
    const refused = await page.evaluate(() => {
      const script = document.createElement('script');
      const frame = document.createElement('iframe');
      const image = document.createElement('img');
      frame.src = image.src = 'https://elsewhere.example/';
      document.body.append(frame, image);
      const tries = [
        () => (document.body.innerHTML = '<img src="x" onerror="window.broken = 1">'),
        () => (script.text = 'window.broken = 1'),
        () => document.body.setAttribute('onclick', 'window.broken = 1'),
        () => new Worker('/other.js'),
      ];
      return tries.map((attempt) => {
        try {
          attempt();
          return 'taken';
        } catch (error) {
          return (error as Error).name;
        }
      });
    });
    expect(refused.filter((name) => name !== 'TypeError').length).toBe(0);
    await expect.poll(violations).toEqual(expect.arrayContaining([expect.stringMatching(/^frame-src/), expect.stringMatching(/^img-src/)]));
    expect(await page.evaluate(() => 'broken' in window)).toBe(false);
  });
}
