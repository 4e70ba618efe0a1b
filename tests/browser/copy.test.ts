import { expect, type Locator, type Page } from '@playwright/test';
import { test } from './ready-page.ts';
import { at, pageTypes } from './site.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

const most = 12;
const blocks = (page: Page, output: boolean) =>
  page
    .locator('figure', { has: page.locator(output ? 'pre[data-language="output"]' : 'pre[data-language="bash"]') })
    .filter({ visible: true });
const copyButton = (block: Locator) => block.getByRole('button', { name: 'Copy to clipboard' });

for (const [what, output] of [
  ['command', false],
  ['output', true],
] as const) {
  for (const type of ['article', 'symptom'] as const) {
    test(`the copy button of a ${what} on a page of type ${type} takes exactly what is shown`, async ({ page }) => {
      await page.goto(at(await pageTypes[type]()));
      const found = await blocks(page, output).all();
      expect(found.length).toBeGreaterThan(0);
      for (const block of found.slice(0, most)) {
        const shown = (await block.locator('pre').textContent())?.replace(/\n$/, '') ?? '';
        await copyButton(block).click();
        await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(shown);
      }
    });
  }
}

test('copied commands have no prompt', async ({ page }) => {
  await page.goto(at(await pageTypes.article()));
  const commands = await blocks(page, false).locator('pre').allTextContents();
  expect(commands.length).toBeGreaterThan(1);
  for (const command of commands) expect(command).not.toMatch(/^[$#>] /);
});

test('the copy is confirmed, to screen readers too', async ({ page }) => {
  await page.goto(at(await pageTypes.article()));
  const block = blocks(page, false).first();
  await copyButton(block).click();
  await expect(block.locator('[aria-live="polite"]')).toHaveText('Copied!');
  await expect(block.getByText('Copied!')).toBeVisible();
});

test('copies by keyboard', async ({ page }) => {
  await page.goto(at(await pageTypes.article()));
  const block = blocks(page, false).nth(1);
  await copyButton(block).press('Enter');
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toBe((await block.locator('pre').textContent())?.replace(/\n$/, ''));
});
