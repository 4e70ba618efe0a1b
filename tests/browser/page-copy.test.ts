import { expect, type Page } from '@playwright/test';
import { test } from './ready-page.ts';
import { at, pageTypes } from './site.ts';

const button = (page: Page) => page.getByRole('button', { name: 'Copy as Markdown' });
/** Opens a page and moves the pointer. */
async function open(page: Page, type: 'article' | 'symptom'): Promise<void> {
  await page.goto(at(await pageTypes[type]()));
  await page.mouse.move(100, 100);
}
const markdownOf = (page: Page) =>
  page.evaluate(async () => {
    const link = document.querySelector<HTMLLinkElement>('link[type="text/markdown"]');
    return (await fetch(link?.href ?? '')).text();
  });

test.describe('where the clipboard may be used', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  for (const type of ['article', 'symptom'] as const)
    test(`${type}: copies what the site publishes of the page as Markdown, by keyboard too`, async ({ page }) => {
      await open(page, type);
      await button(page).press('Enter');
      await expect(page.getByText('Copied', { exact: true })).toBeVisible();
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      expect(copied).toBe(await markdownOf(page));
      expect(copied).toContain(await page.getByRole('heading', { level: 1 }).innerText());
    });

  for (const type of ['article', 'symptom'] as const)
    test(`${type}: a section is copied whole, with its commands`, async ({ page }) => {
      await open(page, type);
      const section = page.locator('section', { has: page.locator('ticket-copy[data-risk]') }).first();
      await section.getByRole('button', { name: /^Copy for the ticket/ }).click();
      const panel = page.getByRole('group', { name: 'Copy for the ticket' });
      await panel.getByRole('button', { name: 'Whole section' }).click();
      await expect(panel).toContainText('Copied the whole section');
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      expect(copied).toMatch(/^### /);
      const commands = await section.locator('pre[data-language="bash"]').allTextContents();
      expect(commands.length).toBeGreaterThan(0);
      for (const command of commands) expect(copied).toContain(command.trim());
      expect(await markdownOf(page)).toContain(copied.trim());
    });

  test('when the Markdown cannot be fetched, the page does not claim a copy, and links to the Markdown', async ({ page }) => {
    await open(page, 'article');
    await page.route('**/*.md', (route) => route.fulfill({ status: 503, body: 'busy' }));
    await button(page).click();
    await expect(page.getByText('Could not be copied')).toBeVisible();
    const link = page.getByRole('link', { name: 'open it' });
    await expect(link).toHaveAttribute('href', /\/articles\/[a-z0-9-]+\.md$/);
    await page.unroute('**/*.md');
    await button(page).click();
    await expect(page.getByText('Copied', { exact: true })).toBeVisible();
  });
});

test('where the browser has no clipboard, a link leads to the Markdown', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  await open(page, 'symptom');
  await button(page).click();
  await page.getByRole('link', { name: 'open it' }).click();
  await expect(page).toHaveURL(/\/symptoms\/[a-z0-9-]+\.md$/);
});
