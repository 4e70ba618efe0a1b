/** The browser that draws diagrams is shared, and closes when nobody needs it. */
import { expect, test } from 'vitest';
import { keepBrowserFor, withBrowser } from '../../../src/render/browser.ts';

test('a browser that is kept after use closes at once when it is no longer to be kept', async () => {
  await keepBrowserFor(600_000);
  const browser = await withBrowser((running) => Promise.resolve(running));
  expect(browser.isConnected()).toBe(true);
  await keepBrowserFor(0);
  expect(browser.isConnected()).toBe(false);
});
