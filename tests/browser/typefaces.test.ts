import { expect, test, type Page } from '@playwright/test';
import { watchLayoutShifts } from './layout-shifts.ts';
import { at, pageTypes } from './site.ts';

const typefaces = '**/*.woff2';
const widths = [390, 1280];

/** The typefaces that the browser chose for the text of the first element, by the names in their files. */
async function typefacesOf(page: Page, selector: string): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  await Promise.all([session.send('DOM.enable'), session.send('CSS.enable')]);
  const { root } = await session.send('DOM.getDocument');
  const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector });
  const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
  return fonts.map(({ familyName }) => familyName);
}

const height = (page: Page) => page.locator('main').evaluate((main) => main.getBoundingClientRect().height);

test('the first page that a reader opens is set in the site’s typefaces', async ({ browser }) => {
  // A browser that is too busy to have them in time shows the page without them: then another reader comes.
  await expect(async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(at(await pageTypes.article()));
    const shown = { text: await typefacesOf(page, 'h1'), code: await typefacesOf(page, '.expressive-code pre') };
    await context.close();
    expect(shown.text).toEqual(['Atkinson Hyperlegible Next']);
    expect(shown.code[0]).toMatch(/^Atkinson Hyperlegible Mono/);
  }).toPass({ timeout: 20_000 });
});

test('every page fetches both typefaces at once, before the style sheet that names them has loaded', async ({ page }) => {
  const styles = Promise.withResolvers<void>();
  await page.route('**/*.css', async (route) => {
    await styles.promise;
    await route.continue();
  });
  const fetched: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'font') fetched.push(request.url());
  });
  await page.goto(at(await pageTypes.symptom()), { waitUntil: 'commit' });
  await expect.poll(() => fetched.length).toBe(2);
  styles.resolve();
});

for (const type of ['front', 'article', 'symptom', 'list of symptoms', 'search'] as const) {
  for (const width of widths)
    test(`${type} at ${width} pixels: nothing moves when the typefaces arrive late`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      const shifts = await watchLayoutShifts(page, 0);
      const late = Promise.withResolvers<void>();
      await page.route(typefaces, async (route) => {
        await late.promise;
        await route.continue();
      });
      await page.goto(at(await pageTypes[type]()), { waitUntil: 'domcontentloaded' });
      await page.evaluate(() => new Promise((done) => new PerformanceObserver(done).observe({ type: 'paint', buffered: true })));
      const arrived = page.waitForEvent('requestfinished', (request) => request.url().endsWith('.woff2'));
      late.resolve();
      await arrived;
      await page.evaluate(() => document.fonts.ready.then(() => new Promise(requestAnimationFrame)));
      expect(await shifts()).toEqual([]);
    });

  test(`${type}: without the typefaces, its text takes about the same room`, async ({ page }) => {
    const address = at(await pageTypes[type]());
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      await page.route(typefaces, (route) => route.abort());
      await page.goto(address);
      expect(await typefacesOf(page, 'h1')).not.toContain('Atkinson Hyperlegible Next');
      const without = await height(page);
      await page.unroute(typefaces);
      await expect(async () => {
        await page.reload();
        expect(await typefacesOf(page, 'h1')).toContain('Atkinson Hyperlegible Next');
      }).toPass({ timeout: 20_000 });
      // The fixture's list is short: a few lines that wrap otherwise on a phone are some per cent of it.
      const tolerance = type === 'list of symptoms' ? 0.07 : 0.025;
      expect(Math.abs(without / (await height(page)) - 1), `${width} pixels`).toBeLessThan(tolerance);
    }
  });
}
