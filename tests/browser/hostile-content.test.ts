import { expect } from '@playwright/test';
import { builds, pagesOf } from '../builds.ts';
import { test } from './ready-page.ts';
import { at, symptomsOf, historyUrl, pageTypes } from './site.ts';
import { watchPolicy, withoutHeaders } from './violations.ts';

const historyAt = (address: string) => new URL(address, historyUrl()).href;
/** Elements that the fixture's titles and sentences try to inject; the pages have none of their own. */
const smuggled = 'img, iframe, [onerror], [onload], main svg[onload], main b[onclick], main script:not([src], [type], .stale + script)';
/** The fixture's article whose every field has HTML in it. */
const pages = ['articles/jobs-late/', 'symptoms/jobs-late/', 'symptoms/', 'technologies/message-broker/', ''];

test('HTML in titles, wordings and sentences of content is text on every page that shows them', async ({ page }) => {
  const violations = await watchPolicy(page);
  for (const address of pages) {
    await page.goto(historyAt(address), { waitUntil: 'networkidle' });
    await expect(page.getByText(/<(img src=x onerror|svg onload)='broken=1'>/).first(), address).toBeVisible();
    await expect(page.locator(smuggled), address).toHaveCount(0);
    expect(await page.evaluate(() => 'broken' in window), address).toBe(false);
    expect(await violations(), address).toEqual([]);
  }
});

test('it injects no inline code, which the policy would then allow', async () => {
  for (const [file, html] of await pagesOf(builds.history)) {
    const scripts = [...html.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)].map(([, text = '']) => text);
    const run = scripts.filter((text) => text.includes('broken') && !text.startsWith('{'));
    expect(run, file).toEqual([]);
  }
});

test('HTML in content is text in an answer of the search too', async ({ page }) => {
  await page.goto(historyAt(`search/#q=${encodeURIComponent("mail arrives an hour late <iframe src='javascript:broken=1'>")}`));
  const answer = page.getByRole('main').getByRole('article');
  await expect(answer.first()).toContainText("<svg onload='broken=1'>");
  await expect(answer.locator('img, iframe, script, [onload], [onerror]')).toHaveCount(0);
  expect(await page.evaluate(() => 'broken' in window)).toBe(false);
});

const attack = '"><img src=x onerror="window.broken=1"><script>window.broken=1</script>';

test('a fragment with HTML or a javascript: URL does nothing, on any page', async ({ page }) => {
  await withoutHeaders(page);
  for (const address of [await pageTypes.article(), await pageTypes.symptom(), '/', '/symptoms/', '/search/'])
    for (const fragment of [attack, encodeURIComponent(attack), 'javascript:window.broken=1', '%', '%E0%A4%A']) {
      await page.goto('about:blank');
      await page.goto(at(`${address}#${fragment}`));
      expect(page.url(), fragment).toContain(at(address));
      await expect(page.locator('img')).toHaveCount(0);
      expect(await page.evaluate(() => 'broken' in window), fragment).toBe(false);
    }
});

for (const place of ['on the results page', 'in the dialog'] as const)
  for (const way of ['pasted', 'dropped as a file'] as const)
    test(`HTML that is ${way} ${place} is text`, async ({ page, context }) => {
      const [{ title }] = await symptomsOf();
      const text = `${title} ${attack}`;
      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      await page.goto(at(place === 'in the dialog' ? await pageTypes.article() : '/search/'), { waitUntil: 'networkidle' });
      if (place === 'in the dialog') await page.keyboard.press('Control+k');
      const scope = place === 'in the dialog' ? page.getByRole('dialog') : page.getByRole('main');
      const box = scope.getByRole('textbox');
      await page.evaluate(() => customElements.whenDefined('paste-box').then(() => undefined));
      if (way === 'pasted') {
        await page.evaluate((html) => {
          const types = { 'text/html': html, 'text/plain': html };
          return navigator.clipboard.write([new ClipboardItem(types)]);
        }, text);
        await box.focus();
        await page.keyboard.press('Control+v');
        await page.keyboard.press('Enter');
      } else {
        const transfer = await page.evaluateHandle((html) => {
          const made = new DataTransfer();
          made.items.add(new File([html], '<img src=x onerror=window.broken=1>.html', { type: 'text/html' }));
          return made;
        }, text);
        await scope.locator('paste-box form').dispatchEvent('drop', { dataTransfer: transfer });
      }
      await expect(box).toHaveValue(text);
      await expect(scope.getByRole('article').first()).toBeVisible();
      await expect(page.locator('img, paste-box script, search-results script:not([src])')).toHaveCount(0);
      expect(await page.evaluate(() => 'broken' in window)).toBe(false);
    });
