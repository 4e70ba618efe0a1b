import { expect, type Page } from '@playwright/test';
import { test } from './ready-page.ts';
import { box, dialog, paste, status } from './search-dialog.ts';
import { at, pageTypes } from './site.ts';

const link = (page: Page) => page.getByRole('navigation', { name: 'Site' }).getByRole('link', { name: 'Search' });

test.beforeEach(async ({ page }) => {
  await page.goto(at(await pageTypes.article()));
});

for (const key of ['/', 'Control+k']) {
  test(`${key} opens it, Escape closes it, and the focus is back where it was`, async ({ page }) => {
    const before = page.getByRole('main').getByRole('link').first();
    await before.focus();
    await page.keyboard.press(key);
    await expect(box(page)).toBeFocused();
    await expect(box(page)).toHaveValue('');
    await page.keyboard.press('Escape');
    await expect(dialog(page)).toBeHidden();
    await expect(before).toBeFocused();
  });
}

test('the link of the header opens it, and its button closes it', async ({ page }) => {
  const address = page.url();
  await link(page).click();
  await expect(box(page)).toBeFocused();
  await dialog(page).getByRole('button', { name: 'Close the search' }).click();
  await expect(dialog(page)).toBeHidden();
  await expect(link(page)).toBeFocused();
  await expect(page).toHaveURL(address);
});

test('a press beside it closes it; a selection that is dragged out of it does not', async ({ page }) => {
  await page.keyboard.press('/');
  await box(page).fill('some words');
  await box(page).press('Enter');
  await expect(status(page)).not.toBeEmpty();
  const inside = await box(page).boundingBox();
  if (!inside) throw new Error('The box is not shown.');
  await page.mouse.move(inside.x + 80, inside.y + 30);
  await page.mouse.down();
  await page.mouse.move(5, inside.y + 30);
  await page.mouse.up();
  await expect(dialog(page)).toBeVisible();
  await page.mouse.click(5, 5);
  await expect(dialog(page)).toBeHidden();
});

test('what is pasted while the search is still loading is not lost, and is answered', async ({ page }) => {
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/_astro/*.js', async (route) => {
    await released;
    await route.continue();
  });
  await page.keyboard.press('/');
  await page.keyboard.insertText(await paste());
  await expect(status(page)).toHaveText('Loading the search …');
  await expect(dialog(page).getByRole('button', { name: 'Find the fault' })).toBeHidden();
  release();
  await expect(status(page)).toHaveText(/^Match/);
  await expect(box(page)).toHaveValue(await paste());
});

test('a search that cannot be loaded says so, and offers the page', async ({ page }) => {
  await page.route('**/_astro/*.js', (route) => route.abort());
  await page.keyboard.press('/');
  await expect(status(page)).toHaveText(/could not be loaded/);
  await page.unroute('**/_astro/*.js');
  await dialog(page).getByRole('link', { name: 'Open as page' }).click();
  await expect(page).toHaveURL(at('/search/'));
});

test('answers exactly as the results page does, which it leads to', async ({ page }) => {
  const text = await paste();
  await page.keyboard.press('/');
  await page.keyboard.insertText(text);
  await page.keyboard.press('Enter');
  await expect(status(page)).toHaveText(/^Match/);
  const answer = (root: string) => page.locator(`${root} search-results`).evaluate((results) => results.innerHTML);
  const inPlace = await answer('dialog');
  await dialog(page).getByRole('link', { name: 'Open as page' }).click();
  await expect(page).toHaveURL(at(`/search/#q=${encodeURIComponent(text)}`));
  await expect(page.getByRole('status')).toHaveText(/^Match/);
  expect(await answer('main')).toBe(inPlace);
  await page.goBack();
  await expect(page).toHaveURL(at(await pageTypes.article()));
});

test('a file dropped anywhere on it is read', async ({ page }) => {
  await page.keyboard.press('/');
  await expect(dialog(page).getByRole('button', { name: 'Find the fault' })).toBeVisible();
  const transfer = await page.evaluateHandle(
    (text) => {
      const made = new DataTransfer();
      made.items.add(new File([text], 'app.log', { type: 'text/plain' }));
      return made;
    },
    await paste(),
  );
  await dialog(page).getByRole('heading', { name: 'Search' }).dispatchEvent('drop', { dataTransfer: transfer });
  await expect(status(page)).toHaveText(/^Match/);
});

test('text selected in the page is searched for by Control+K, and by nothing else', async ({ page }) => {
  const selected = await page.getByRole('heading', { level: 1 }).evaluate((heading) => {
    getSelection()?.selectAllChildren(heading);
    return String(getSelection()).trim();
  });
  await page.keyboard.press('/');
  await expect(box(page)).toHaveValue('');
  await page.keyboard.press('Escape');
  await page.getByRole('heading', { level: 1 }).evaluate((heading) => getSelection()?.selectAllChildren(heading));
  await page.keyboard.press('Control+k');
  await expect(box(page)).toHaveValue(selected);
  await expect(status(page)).toHaveText(/^(Match|No exact match)/);
});

test('keeps text and answer when it is opened again, ready to be overwritten', async ({ page }) => {
  await page.keyboard.press('/');
  await page.keyboard.insertText(await paste());
  // Until the box has its script, Enter is a line end in it; what is in it is answered all the same.
  await page.evaluate(() => customElements.whenDefined('paste-box').then(() => undefined));
  await page.keyboard.press('Enter');
  await expect(status(page)).toHaveText(/^Match/);
  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  await expect(box(page)).toHaveValue(await paste());
  await expect(status(page)).toHaveText(/^Match/);
  await page.keyboard.insertText('other');
  await expect(box(page)).toHaveValue('other');
});

test('arrow keys lead from the box to the results and back, and Tab stays inside', async ({ page }) => {
  await page.keyboard.press('/');
  await page.keyboard.insertText(await paste());
  await page.keyboard.press('Enter');
  await expect(status(page)).toHaveText(/^Match/);
  await page.keyboard.press('ArrowDown');
  await expect(dialog(page).getByRole('article').first().getByRole('heading').getByRole('link')).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(box(page)).toBeFocused();
  for (let stop = 0; stop < 30; stop++) {
    await page.keyboard.press('Tab');
    const inside = () =>
      page.evaluate(() => document.activeElement === document.body || Boolean(document.activeElement?.closest('dialog')));
    expect(await inside()).toBe(true);
  }
});
