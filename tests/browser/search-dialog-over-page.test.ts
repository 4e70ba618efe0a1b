import { expect, type Page } from '@playwright/test';
import { findingsInBothThemes } from './accessibility.ts';
import { test } from './ready-page.ts';
import { box, dialog, paste, status } from './search-dialog.ts';
import { at, messageOf, symptomsOf, pageTypes, historyUrl } from './site.ts';

/** Opens the dialog and asks. */
async function ask(page: Page, text: string): Promise<void> {
  await page.keyboard.press('/');
  await page.keyboard.insertText(text);
  await page.keyboard.press('Enter');
  await expect(status(page)).not.toHaveText(/^(Loading|$)/);
}

test('a paste is not sent, not stored, and not in the URL or the history', async ({ page, context }) => {
  const secret = 'qzxsecretqzx';
  const [{ article, check }] = await symptomsOf();
  const address = at(`${article.url}${new URL(check.url, at('/')).hash}`);
  const sent: string[] = [];
  page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''} ${JSON.stringify(request.headers())}`));
  await page.goto(address);
  const entries = await page.evaluate(() => history.length);
  for (const text of [`${await paste()} ${secret}`, secret]) {
    await ask(page, text);
    await page.keyboard.press('Escape');
    await expect(page).toHaveURL(address);
  }
  expect(await page.evaluate(() => history.length)).toBe(entries);
  expect(await page.evaluate(() => JSON.stringify([history.state, document.title, { ...sessionStorage }]))).not.toContain(secret);
  expect(JSON.stringify(await context.storageState({ indexedDB: true }))).not.toContain(secret);
  expect(sent.length).toBeGreaterThan(5);
  expect(sent.filter((request) => request.includes(secret))).toEqual([]);
});

test('its scripts are loaded when its link is pointed at, its index when it is opened, and nothing before', async ({ page }) => {
  const requested: string[] = [];
  const scripts = () => requested.filter((url) => /\/_astro\/.*\.js$/.test(url)).length;
  const index = () => requested.filter((url) => url.includes('/pagefind/')).length;
  page.on('request', (request) => requested.push(request.url()));
  await page.goto(at(await pageTypes.article()), { waitUntil: 'networkidle' });
  const ofPage = scripts();
  await page.getByRole('navigation', { name: 'Site' }).getByRole('link', { name: 'Search' }).hover();
  await page.evaluate(() => customElements.whenDefined('search-results').then(() => undefined));
  expect(scripts()).toBeGreaterThan(ofPage);
  await expect(dialog(page)).toBeHidden();
  expect(index()).toBe(0);
  await page.keyboard.press('/');
  await expect.poll(index).toBeGreaterThan(0);
});

test('does not open while something is typed elsewhere', async ({ page }) => {
  await page.goto(at(await pageTypes.article()));
  await page.evaluate(() => document.querySelector('main')?.prepend(document.createElement('input')));
  const input = page.getByRole('main').getByRole('textbox');
  await input.focus();
  await page.keyboard.press('/');
  await expect(input).toHaveValue('/');
  await expect(dialog(page)).toBeHidden();
});

test('opens again at once, while the box that was closed still has the focus', async ({ page }) => {
  await page.goto(at(await pageTypes.article()));
  await page.keyboard.press('/');
  await expect(box(page)).toBeFocused();
  await box(page).evaluate((textarea) => {
    textarea.closest('dialog')?.close();
    textarea.dispatchEvent(new KeyboardEvent('keydown', { key: '/', bubbles: true, cancelable: true }));
  });
  await expect(dialog(page)).toBeVisible();
});

test('a link of the answer into the page under it closes it and leads there', async ({ page }) => {
  const [symptom] = await symptomsOf();
  const target = `${symptom.url}#${symptom.check.id}`;
  await page.goto(at(symptom.url));
  await ask(page, messageOf(symptom));
  await dialog(page).locator(`a[href="${target}"]`).first().click();
  await expect(dialog(page)).toBeHidden();
  await expect(page).toHaveURL(at(target));
  await expect(page.locator(':target')).toBeInViewport();
});

test('back from a result that was opened leads to the page', async ({ page }) => {
  const address = at(await pageTypes['list of symptoms']());
  await page.goto(address);
  await ask(page, await paste());
  const result = dialog(page).getByRole('article').first().getByRole('heading').getByRole('link');
  const target = (await result.getAttribute('href')) ?? '';
  await result.click();
  await expect(page).toHaveURL(at(target));
  await page.goBack();
  await expect(page).toHaveURL(address);
});

for (const type of ['front', 'search', 'not found'] as const) {
  test(`${type}: Control+K goes to the box of the page, with selected text as its query`, async ({ page }) => {
    await page.goto(at(await pageTypes[type]()));
    const own = page.getByRole('main').getByRole('textbox', { name: 'Error message, log or description' });
    await page.getByRole('heading', { level: 1 }).click();
    await page.keyboard.press('Control+k');
    await expect(own).toBeFocused();
    await expect(dialog(page)).toHaveCount(0);
    await page.getByRole('heading', { level: 1 }).evaluate((heading) => getSelection()?.selectAllChildren(heading));
    const selected = await page.evaluate(() => String(getSelection()).trim());
    await page.keyboard.press('Control+k');
    await expect(page).toHaveURL(at(`/search/#q=${encodeURIComponent(selected)}`));
  });
}

for (const width of [390, 1280]) {
  test(`opening and closing moves nothing of the page, at ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(at(await pageTypes.article()), { waitUntil: 'networkidle' });
    await page.mouse.wheel(0, 600);
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(600);
    const places = () =>
      page.evaluate(() =>
        [...document.querySelectorAll('header, main, footer, main h2')].map((one) => JSON.stringify(one.getBoundingClientRect())),
      );
    const before = await places();
    await ask(page, await paste());
    expect(await places()).toEqual(before);
    await page.keyboard.press('Escape');
    expect(await places()).toEqual(before);
  });

  test(`axe finds nothing in it in either theme, and it fits, at ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(at(await pageTypes.symptom()));
    for (const text of ['', await paste(), 'zzqx wvvk']) {
      if (text) await ask(page, text);
      else await page.keyboard.press('/');
      await expect(box(page)).toBeVisible();
      expect(await findingsInBothThemes(page, 'dialog')).toEqual([]);
      const overflow = await dialog(page).evaluate((one) =>
        Math.max(one.scrollWidth - one.clientWidth, one.getBoundingClientRect().right - innerWidth),
      );
      expect(overflow).toBeLessThanOrEqual(0);
      await page.keyboard.press('Escape');
    }
  });
}

test('on paper there is no dialog', async ({ page }) => {
  await page.goto(at(await pageTypes.article()));
  await page.keyboard.press('/');
  await expect(dialog(page)).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('dialog')).toBeHidden();
});

test('works under a base path', async ({ page }) => {
  await page.goto(new URL('symptoms/', historyUrl()).href);
  await ask(page, 'app-1 | ERR queue mails is full (500 of 500)');
  await expect(status(page)).toHaveText(/^Match/);
  await dialog(page).getByRole('article').first().getByRole('heading').getByRole('link').click();
  expect(page.url()).toContain(historyUrl());
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('the link of the header leads to the results page', async ({ page }) => {
    await page.goto(at(await pageTypes.article()));
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await page.getByRole('navigation', { name: 'Site' }).getByRole('link', { name: 'Search' }).click();
    await expect(page).toHaveURL(at('/search/'));
  });
});
