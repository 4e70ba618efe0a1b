/**
 * Playwright's `test`, with a page that is ready when it was opened: its script comes after the first paint, and what is pressed before goes nowhere.
 * Tests of what happens until then use Playwright's own.
 */
import { test as base, type Page } from '@playwright/test';

/** Where a test keeps the script from coming, it goes on without. */
const patience = 3000;

/** Waits for the script of the page that is open, if it has one. */
const scriptOf = (page: Page): Promise<unknown> =>
  page.evaluate(
    (patience) =>
      document.querySelector('#page-script') &&
      Promise.race([customElements.whenDefined('theme-toggle').then(() => true), new Promise((done) => setTimeout(done, patience))]),
    patience,
  );

export const test = base.extend({
  page: async ({ page, javaScriptEnabled }, use) => {
    const [goto, reload] = [page.goto.bind(page), page.reload.bind(page)];
    const ready = async <T>(opening: Promise<T>) => {
      const response = await opening;
      if (javaScriptEnabled !== false) await scriptOf(page);
      return response;
    };
    page.goto = (...given) => ready(goto(...given));
    page.reload = (...given) => ready(reload(...given));
    await use(page);
  },
});
