import { expect, type Page } from '@playwright/test';
import { test } from './ready-page.ts';
import { at, pageTypeNames, pageTypes, symptomsOf, type PageType } from './site.ts';

/** The width of an A4 page within margins of one centimetre, in CSS pixels. */
const paperWidth = 718;

async function onPaper(page: Page, type: PageType, theme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ media: 'screen', colorScheme: theme });
  await page.setViewportSize({ width: paperWidth, height: 1000 });
  await page.addInitScript((chosen) => localStorage.setItem('theme', chosen), theme);
  await page.goto(at(await pageTypes[type]()), { waitUntil: 'networkidle' });
  if (type === 'search with results') await expect(page.getByRole('main').getByRole('article').first()).toBeVisible();
  await page.emulateMedia({ media: 'print', colorScheme: theme });
}

/** Runs in the browser: what is not ink on white, with its colour. */
function wrongInks(): string[] {
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  /** Relative luminance on white, 0 to 1, see https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
  const luminance = (colour: string): number => {
    if (!context) throw new Error('no canvas');
    context.fillStyle = 'white';
    context.fillRect(0, 0, 1, 1);
    context.fillStyle = colour;
    context.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0] = [...context.getImageData(0, 0, 1, 1).data].map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const isWhite = (colour: string) => luminance(colour) > 0.99;
  const isInk = (colour: string) => 1.05 / (luminance(colour) + 0.05) >= 4.5;
  const hasText = (element: Element) => [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim());
  const wrong = (element: Element): string[] => {
    const { color, backgroundColor, fill, stroke } = getComputedStyle(element);
    if (element.matches('svg.flowchart text')) return isInk(fill) ? [] : [`text ${fill}`];
    if (element.matches('.label-container, .cluster rect'))
      return (fill === 'none' || isWhite(fill)) && isInk(stroke) ? [] : [`shape ${fill} ${stroke}`];
    return [
      ...(hasText(element) && !element.closest('svg') && !isInk(color) ? [`text ${color}`] : []),
      ...(isWhite(backgroundColor) || element.matches('.technology') ? [] : [`ground ${backgroundColor}`]),
    ];
  };
  return [...document.querySelectorAll('body, main, main *')]
    .filter((element) => element.checkVisibility())
    .flatMap((element) => wrong(element).map((what) => `${what}: ${element.outerHTML.slice(0, 120)}`));
}

for (const type of pageTypeNames) {
  for (const theme of ['light', 'dark'] as const)
    test(`${type}: ink on white, when the reader's theme is ${theme}`, async ({ page }) => {
      await onPaper(page, type, theme);
      expect(await page.evaluate(wrongInks)).toEqual([]);
    });

  test(`${type}: nothing is folded (but further fixes of a symptom), cut, or there to be pressed`, async ({ page }) => {
    await onPaper(page, type, 'light');
    const found = await page.evaluate(() => {
      const shown = [...document.querySelectorAll('body *')].filter((element) => element.checkVisibility());
      const brief = (elements: Element[]) => elements.map(({ outerHTML }) => outerHTML.slice(0, 120));
      const cuts = (element: Element) =>
        getComputedStyle(element).overflowX !== 'visible' &&
        element.scrollWidth > element.clientWidth + 1 &&
        !element.matches('.visually-hidden');
      return {
        folded: brief(
          shown.filter(
            // The further fixes of a symptom stay one line each: a test below says how many sheets it may take.
            (element) =>
              element.matches('details:not(.with-rail .is-folded > *)') && ![...element.children].every((child) => child.checkVisibility()),
          ),
        ),
        cut: brief(shown.filter((element) => cuts(element) || element.getBoundingClientRect().right > innerWidth + 1)),
        controls: brief(shown.filter((element) => element.matches('button, dialog, textarea, .site-nav, .contents, [role="button"]'))),
      };
    });
    expect(found).toEqual({ folded: [], cut: [], controls: [] });
  });
}

/** The addresses that stand behind links, by the address that each leads to. */
const addressesBehindLinks = (page: Page, links: string) =>
  page
    .locator(links)
    .evaluateAll((found) =>
      found.map((link) => ({ href: link.getAttribute('href') ?? '', said: getComputedStyle(link, '::after').content.replaceAll('"', '') })),
    );

test('links of other sites are followed by their whole address, those of this site by their path', async ({ page }) => {
  for (const type of ['article', 'symptom'] as const) {
    await onPaper(page, type, 'light');
    const outward = await addressesBehindLinks(page, 'main a[href^="http"]:not(svg a)');
    expect(outward.length, type).toBeGreaterThan(0);
    expect(outward.filter(({ href, said }) => !said.includes(href))).toEqual([]);
  }
  // The readings and the foot of a section lead to the article, whose address stands once at the end.
  const inward = await addressesBehindLinks(page, 'main .prose a[href^="/"]:not(svg a, .readings a, .section-foot a)');
  expect(inward.length).toBeGreaterThan(0);
  expect(inward.filter(({ href, said }) => !said.includes(href))).toEqual([]);
});

test('links within an article have no address behind them', async ({ page }) => {
  await onPaper(page, 'article', 'light');
  const { pathname } = new URL(page.url());
  const said = (links: string) => addressesBehindLinks(page, `main .prose a:is(${links}):not(svg a)`);
  const within = await said(`[href^="#"], [href^="${pathname}#"]`);
  expect(within.length).toBeGreaterThan(10);
  expect(within.filter(({ said }) => said.includes('/'))).toEqual([]);
});

test('diagrams fit the page', async ({ page }) => {
  await onPaper(page, 'article', 'light');
  const diagrams = await page.locator('svg.flowchart').all();
  expect(diagrams.length).toBeGreaterThan(1);
  for (const diagram of diagrams) {
    const box = await diagram.boundingBox();
    expect(box?.width).toBeLessThanOrEqual(paperWidth);
    // An A4 page is 1047 pixels high within the same margins; the caption needs some of them.
    expect(box?.height).toBeLessThanOrEqual(1000);
  }
});

test('prints from a dark page as from a light one', async ({ page }) => {
  const pages = [];
  for (const theme of ['light', 'dark'] as const) {
    await onPaper(page, 'symptom', theme);
    const file = (await page.pdf({ format: 'A4' })).toString('latin1');
    pages.push(/\/Type \/Pages\s+\/Count (\d+)/.exec(file)?.[1]);
  }
  expect(pages[0]).toMatch(/^\d+$/);
  expect(pages[1]).toBe(pages[0]);
});

test('a symptom takes two sheets at most, and an article is printed without its list of messages', async ({ page }) => {
  for (const { url } of await symptomsOf()) {
    await page.goto(at(url));
    const pdf = (await page.pdf({ format: 'A4', margin: { top: '1cm', bottom: '1cm', left: '1cm', right: '1cm' } })).toString('latin1');
    expect.soft(pdf.match(/\/Type\s*\/Page\b/g)?.length, url).toBeLessThanOrEqual(2);
  }
  await onPaper(page, 'article', 'light');
  await expect(page.locator('.messages')).toBeHidden();
  await expect(page.locator('#stop')).toBeVisible();
});
