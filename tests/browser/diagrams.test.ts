import { expect, type Locator, type Page } from '@playwright/test';
import { test } from './ready-page.ts';
import { at, pageTypes } from './site.ts';

const diagrams = (page: Page) => page.locator('diagram-zoom');
const drawing = (scope: Locator) => scope.locator('svg.flowchart');

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
    const larger = await width();
    expect(larger).toBeGreaterThan(fitted);
    await page.keyboard.press('-');
    expect(await width()).toBeLessThan(larger);
    await page.keyboard.press('0');
    expect(await width()).toBe(fitted);
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await expect(button).toBeFocused();
  });
}

test('the name of the full-size view is the caption alone', async ({ page }) => {
  await page.goto(at(await pageTypes.article()));
  const captions = await diagrams(page).locator('figcaption > span').allInnerTexts();
  expect(captions.length).toBeGreaterThan(1);
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
  await expect(dialog.getByRole('button').first()).toHaveText('Close');
  await dialog.getByRole('button', { name: 'Larger' }).click();
  const larger = await width();
  expect(larger).toBeGreaterThan(fitted);
  await dialog.getByRole('button', { name: 'Smaller' }).click();
  expect(await width()).toBeLessThan(larger);
  await dialog.getByRole('button', { name: 'Fit' }).click();
  expect(await width()).toBe(fitted);
  const node = picture.getByRole('link').first();
  const target = new URL((await node.getAttribute('href')) ?? '', page.url());
  await node.click();
  await expect(dialog).toHaveCount(0);
  await expect(page).toHaveURL(target.href);
  await expect(page.locator(`[id="${target.hash.slice(1)}"]`)).toBeInViewport();
});

test('labels are never smaller than 11 pixels at full size, however small the screen and however often one presses', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  await page.goto(at(await pageTypes.article()));
  await page.getByRole('button', { name: 'Full size' }).first().click();
  const dialog = page.getByRole('dialog');
  for (let press = 0; press < 5; press++) await dialog.getByRole('button', { name: 'Smaller' }).click();
  const scale = await drawing(dialog).evaluate((svg) => svg.getBoundingClientRect().width / (svg as SVGSVGElement).viewBox.baseVal.width);
  expect(scale * 15).toBeGreaterThan(10.99); // places are rounded by the browser
});

test('on a phone a decision path is a list of steps, elsewhere a drawing', async ({ page }) => {
  await page.goto(at(await pageTypes.article()));
  const decision = page.locator('diagram-zoom', { has: page.locator('.is-decision') });
  const [picture, steps] = [decision.locator('.diagram-canvas'), decision.locator('.is-steps ol')];
  await expect(picture).toBeVisible();
  await expect(steps).toBeHidden();
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(picture).toBeHidden();
  await expect(steps).toBeVisible();
  await steps.getByRole('link').first().click();
  await expect(page.locator(':target')).toBeInViewport();
});
