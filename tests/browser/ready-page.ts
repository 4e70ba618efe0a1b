/**
 * Playwright's `test`, with a page that is ready when it was opened. The page's own script has run by then; here it waits for the code of the search
 * too, which that script loads.
 */
import { test as base, type Page } from '@playwright/test';

/** How long it waits. A test may keep the code from loading. */
const patience = 3000;

const searchHasLoaded = (page: Page): Promise<unknown> =>
  page
    .waitForFunction(() => !document.querySelector(':is(paste-box, search-results):not(:defined)'), undefined, { timeout: patience })
    .catch(() => undefined);

export const test = base.extend({
  page: async ({ page, javaScriptEnabled }, use) => {
    const [goto, reload] = [page.goto.bind(page), page.reload.bind(page)];
    const ready = async <T>(opening: Promise<T>) => {
      const response = await opening;
      if (javaScriptEnabled !== false) await searchHasLoaded(page);
      return response;
    };
    page.goto = (...given) => ready(goto(...given));
    page.reload = (...given) => ready(reload(...given));
    await use(page);
  },
});
