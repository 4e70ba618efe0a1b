import { expect, type Locator, type Page } from '@playwright/test';
import { test } from './ready-page.ts';
import { articlePaths, at, pageTypes } from './site.ts';
import { cutLabels } from './diagram-labels.ts';

const diagrams = (page: Page) => page.locator('diagram-zoom', { has: page.getByRole('region', { name: /^Diagram: / }) });
const drawing = (scope: Locator) => scope.locator('svg.flowchart');

test('every diagram has a caption, a description, a fixed size, and the same in words', async ({ page }) => {
  for (const article of await articlePaths()) {
    await page.goto(at(article));
    expect(await diagrams(page).count(), article).toBeGreaterThan(1);
    for (const diagram of await diagrams(page).all()) {
      const caption = await diagram.locator('figcaption > span').innerText();
      const name = (await drawing(diagram).getAttribute('aria-label')) ?? '';
      expect.soft(name.startsWith(`${caption}. `) && name.length > caption.length + 20, `${article}: ${name}`).toBe(true);
      for (const side of ['width', 'height']) await expect.soft(drawing(diagram)).toHaveAttribute(side, /^\d+$/);
      await diagram.getByText('The diagram in words').click();
      const [nodes, connections] = await diagram.locator('details').getByRole('list').all();
      await expect
        .soft(nodes?.getByRole('listitem') ?? diagram, `${article}: nodes of "${caption}"`)
        .toHaveCount(await drawing(diagram).locator('.node').count());
      const edges = await drawing(diagram).locator('.flowchart-link path').count();
      await expect.soft(connections?.getByRole('listitem') ?? diagram, `${article}: connections of "${caption}"`).toHaveCount(edges);
    }
  }
});

test('no label is cut by its box, in every article', async ({ page }) => {
  for (const article of await articlePaths()) {
    await page.goto(at(article), { waitUntil: 'networkidle' });
    await page.evaluate(() => document.fonts.ready);
    expect.soft(await cutLabels(page), article).toEqual([]);
  }
});

test('links in diagrams lead to sections that exist, and decisions have some', async ({ page }) => {
  for (const article of await articlePaths()) {
    await page.goto(at(article));
    const targets = await page
      .locator('svg.flowchart a')
      .evaluateAll((links) => links.map((link) => new URL(link.getAttribute('href') ?? '', document.baseURI).href));
    expect.soft(targets.length, article).toBeGreaterThan(0);
    const ids = await page.locator('[id]').evaluateAll((elements) => elements.map(({ id }) => id));
    const dead = targets.filter((target) => {
      const { pathname, hash } = new URL(target);
      return pathname === article && !ids.includes(decodeURIComponent(hash.slice(1)));
    });
    expect.soft(dead, article).toEqual([]);
  }
});

test('a node of a diagram can be followed by pointer and by keyboard', async ({ page }) => {
  await page.goto(at(await pageTypes.article()));
  const node = page.locator('svg.flowchart').getByRole('link').first();
  const target = new URL((await node.getAttribute('href')) ?? '', page.url()).href;
  await node.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(target);
  await page.goBack();
  await node.click();
  await expect(page).toHaveURL(target);
  await expect(page.locator(`[id="${new URL(target).hash.slice(1)}"]`)).toBeInViewport();
});

test('colours follow the theme', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(at(await pageTypes.article()));
  const fills = () =>
    drawing(diagrams(page).first())
      .locator('.label-container, text')
      .evaluateAll((shapes) => shapes.map((shape) => getComputedStyle(shape).fill));
  const light = await fills();
  await page.getByRole('button', { name: 'Dark theme' }).click();
  const dark = await fills();
  expect(dark.filter((fill, index) => fill !== 'none' && fill === light[index])).toEqual([]);
});

for (const [how, press] of [
  ['the button', (button: Locator) => button.click()],
  ['the keyboard', (button: Locator) => button.press('Enter')],
] as const) {
  test(`opens in full size by ${how}, zooms by keyboard, closes by Escape`, async ({ page }) => {
    await page.goto(at(await pageTypes.article()));
    const button = page.getByRole('button', { name: 'Full size' }).first();
    await press(button);
    const dialog = page.getByRole('dialog', { name: await diagrams(page).first().locator('figcaption > span').innerText() });
    await expect(dialog).toBeVisible();
    const width = async () => Number(await drawing(dialog).getAttribute('width'));
    const fitted = await width();
    await page.keyboard.press('+');
    expect(await width()).toBeGreaterThan(fitted);
    await page.keyboard.press('0');
    expect(await width()).toBe(fitted);
    await page.keyboard.press('-');
    expect(await width()).toBeLessThan(fitted);
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await expect(button).toBeFocused();
  });
}

test('the name of the full-size view is the caption alone', async ({ page }) => {
  await page.goto(at(await pageTypes.article()));
  const captions = await diagrams(page).locator('figcaption > span').allInnerTexts();
  for (const [index, caption] of captions.entries()) {
    await page.getByRole('button', { name: 'Full size' }).nth(index).click();
    await expect(page.getByRole('dialog')).toHaveAccessibleName(caption);
    await page.getByRole('button', { name: 'Close' }).click();
  }
});

test('the full-size view shows the whole diagram, zooms by buttons, and lets a link close it', async ({ page }) => {
  await page.goto(at(await pageTypes.article()));
  const linked = diagrams(page)
    .filter({ has: page.locator('svg.flowchart a') })
    .first();
  await linked.getByRole('button', { name: 'Full size' }).click();
  const dialog = page.getByRole('dialog');
  const picture = drawing(dialog);
  const box = await picture.boundingBox();
  expect(box && box.y + box.height <= 900 && box.x + box.width <= 1280).toBe(true);
  const width = async () => Number(await picture.getAttribute('width'));
  const fitted = await width();
  await dialog.getByRole('button', { name: 'Larger' }).click();
  expect(await width()).toBeGreaterThan(fitted);
  await dialog.getByRole('button', { name: 'Fit' }).click();
  expect(await width()).toBe(fitted);
  await dialog.getByRole('button', { name: 'Smaller' }).click();
  expect(await width()).toBeLessThan(fitted);
  const node = picture.getByRole('link').first();
  const target = new URL((await node.getAttribute('href')) ?? '', page.url());
  await node.click();
  await expect(dialog).toHaveCount(0);
  await expect(page).toHaveURL(target.href);
  await expect(page.locator(`[id="${target.hash.slice(1)}"]`)).toBeInViewport();
});
