import { expect, type Page } from '@playwright/test';
import { addressOfFile, builds, pagesOf } from './builds.ts';
import { collectProblems } from './page-problems.ts';
import { test } from './ready-page.ts';
import { at, symptomsOf, historyUrl, pageTypeNames, pageTypes, rootUrl, underBaseUrl } from './site.ts';
import { watchPolicy, withoutHeaders } from './violations.ts';

const box = (page: Page) => page.getByRole('textbox', { name: 'Error message, log or description' });
const metaPolicy = /<meta http-equiv="Content-Security-Policy" content="([^"]+)">/;
const hashesIn = (policy: string) => policy.match(/'sha256-[^']+'/g) ?? [];

for (const [name, build, url] of [
  ['at the root', builds.root, rootUrl],
  ['below a base path', builds.underBase, underBaseUrl],
  ['with former addresses', builds.history, historyUrl],
] as const)
  test(`every page has its policy and its headers, on a site ${name}`, async ({ request }) => {
    for (const [file, html] of await pagesOf(build)) {
      const [, policy = ''] = metaPolicy.exec(html) ?? [];
      expect(policy, file).toMatch(/^default-src 'none'; script-src 'self'/);
      expect(policy, file).not.toMatch(/unsafe-inline|'unsafe-eval'|\*|http/);
      expect(html.search(metaPolicy), file).toBeLessThan(html.search(/<(script|style|link)\b/));
      expect(html, `${file}: no policy allows a handler or style in an attribute`).not.toMatch(/<[a-z][^<>]*\s(on\w+|style)="/);
      const headers = (await request.get(new URL(addressOfFile(file), url()).href)).headers();
      const sent = headers['content-security-policy'] ?? '';
      expect(sent, file).toContain("frame-ancestors 'none'");
      expect(hashesIn(sent), file).toEqual(expect.arrayContaining(hashesIn(policy)));
      expect(headers, file).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' });
      expect(headers['cache-control'], file).toBe('public, max-age=0, must-revalidate');
    }
  });

test('data, missing pages and scripts have the headers too; what is named by its content is kept for good', async ({ page, request }) => {
  const scripts: string[] = [];
  page.on('response', (response) => response.url().includes('/_astro/') && scripts.push(response.url()));
  await page.goto(at('/search/'), { waitUntil: 'networkidle' });
  expect(scripts.length).toBeGreaterThan(0);
  for (const url of [at('/faults.json'), at('/no-such-page/'), ...scripts]) {
    const headers = (await request.get(url)).headers();
    expect(headers['content-security-policy'], url).toContain("default-src 'none'");
    expect(headers['cache-control']?.includes('immutable'), url).toBe(scripts.includes(url));
  }
});

for (const [name, prepare] of [
  ['with headers', () => Promise.resolve()],
  ['by the policy in the page alone', withoutHeaders],
] as const) {
  for (const type of pageTypeNames)
    test(`${type}: nothing breaks the policy, ${name}`, async ({ page }) => {
      await prepare(page);
      const violations = await watchPolicy(page);
      const problems = collectProblems(page, new URL(rootUrl()).origin);
      for (const site of [rootUrl(), underBaseUrl()]) {
        await page.goto(new URL((await pageTypes[type]()).slice(1), site).href, { waitUntil: 'networkidle' });
        expect(await violations()).toEqual([]);
      }
      expect(problems.filter((problem) => !problem.startsWith('elsewhere'))).toEqual([]);
    });

  test(`what a reader does breaks no policy, ${name}`, async ({ page, context }) => {
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

  test(`what is smuggled into a page does not run, ${name}`, async ({ page }) => {
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
