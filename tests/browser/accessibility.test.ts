/** WCAG 2.2 AA, as far as axe does not see it; `tests/site/accessibility.test.ts` has what axe sees. */
import { expect, type Page } from '@playwright/test';
import { findingsInBothThemes } from './accessibility.ts';
import { faults } from './faulty-host.ts';
import { beginAtTop, tabPath } from './focus.ts';
import { test } from './ready-page.ts';
import { addressOf, knownMessage, status } from './search-page.ts';
import { at, pageTypeNames, pageTypes, type PageType } from './site.ts';

const open = async (page: Page, type: PageType) => page.goto(at(await pageTypes[type]()), { waitUntil: 'networkidle' });

/** The top; where a page has hundreds of stops, the last ones stand for them, since its first are in `keyboard.test.ts`. Returns how many come at least. */
async function goWhereToBegin(page: Page): Promise<number> {
  const stops = page.locator('a, button, summary, textarea, [tabindex="0"]').locator('visible=true');
  const count = await stops.count();
  if (count < 100) await beginAtTop(page);
  else await stops.nth(count - 40).focus();
  return count < 100 ? 5 : 20;
}

for (const type of pageTypeNames) {
  test(`${type}: has one of each landmark; the skip link passes the header; Tab leads on in order, to nothing hidden, and out (2.1.2, 2.4.1, 2.4.3, 2.4.11)`, async ({
    page,
  }) => {
    await open(page, type);
    for (const role of ['banner', 'main', 'contentinfo'] as const) await expect(page.getByRole(role)).toHaveCount(1);
    const names = await page.getByRole('navigation').evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')));
    expect(names).toContain('Site');
    expect(new Set(names).size).toBe(names.length);
    await beginAtTop(page);
    await page.keyboard.press('Tab');
    await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeInViewport();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('main')).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(page.getByRole('main').locator(':focus')).toHaveCount(1);
    const least = await goWhereToBegin(page);
    const { stops, problems } = await tabPath(page);
    expect(problems).toEqual([]);
    expect(stops).toBeGreaterThanOrEqual(least);
  });
}

test('the check finds contrast that fails in one theme only, small targets, and controls without a name', async ({ page }) => {
  await page.setContent(`<!doctype html><html lang="en"><title>Wrong</title><style>
    @media (prefers-color-scheme: dark) { body { background: black } p { color: #222 } }
    a { display: inline-block; inline-size: 9px; block-size: 9px; overflow: hidden }</style>
    <main><h1>Wrong</h1><p>Dark on dark</p><a href="#1">1</a><a href="#2">2</a><button></button></main>`);
  const rules = (await findingsInBothThemes(page)).map((finding) => /^(dark: )?[\w-]+/.exec(finding)?.[0]);
  expect(new Set(rules)).toEqual(new Set(['button-name', 'target-size', 'dark: color-contrast']));
});

test('the check finds contrast that fails in one of many elements that look alike, and in all of them', async ({ page }) => {
  const rows = (one: string) => Array.from({ length: 9 }, (_, at) => (at === 7 ? one : '<li><b>Right</b></li>')).join('');
  const wrong = async (one: string, style: string) => {
    await page.setContent(`<!doctype html><html lang="en"><title>Rows</title><style>${style}</style>
      <main><h1>Rows</h1><ul>${rows(one)}</ul></main>`);
    return findingsInBothThemes(page);
  };
  expect(await wrong('<li><b>Right</b></li>', '')).toEqual([]);
  expect(await wrong('<li><b class="pale">Wrong</b></li>', '.pale { color: #ccc }')).toHaveLength(2);
  expect(await wrong('<li><b>Right</b> <i>Wrong</i></li>', 'i { color: #ccc }')).toHaveLength(2);
  expect(await wrong('<li><b>Wrong</b></li>', 'b { color: #ccc }')).not.toEqual([]);
  expect(await page.locator('[data-alike]').count()).toBe(0);
});

test('axe finds nothing on a search failure, nor on the notice that the scripts did not load, in either theme', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 900 });
  await page.route('**/pagefind/index/*', faults['is gone']);
  await page.goto(addressOf(await knownMessage()));
  await expect(status(page)).toHaveText(/could not be loaded/);
  expect(await findingsInBothThemes(page)).toEqual([]);
  await page.route('**/_astro/*.js', faults['is gone']);
  await page.goto(at('/'));
  await expect(page.getByRole('main').getByRole('alert')).toBeVisible();
  expect(await findingsInBothThemes(page)).toEqual([]);
});

for (const width of [390, 1280])
  test(`axe finds nothing on the full-size view of a diagram at ${width} pixels, in either theme`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await open(page, 'article');
    await page.getByRole('button', { name: 'Full size' }).first().click();
    await expect(page.getByRole('dialog')).toBeVisible();
    expect(await findingsInBothThemes(page)).toEqual([]);
  });

test('messages of the search appear in a live region that existed before, so that they are announced', async ({ page }) => {
  await page.goto(at('/search/'));
  const before = await status(page).elementHandle();
  await page.getByRole('textbox').fill(await knownMessage());
  await page.keyboard.press('Enter');
  await expect(status(page)).toHaveText(/^Match/);
  expect(await status(page).evaluate((after, before) => after === before, before)).toBe(true);
  await expect(status(page)).toHaveRole('status');
});

test('with reduced motion, nothing moves by itself, and jumps are instant', async ({ page }) => {
  for (const type of pageTypeNames) {
    await open(page, type);
    const scrolling = () => page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior);
    const moving = await page.evaluate(() =>
      [...document.querySelectorAll('*')].flatMap((one) => {
        const { animationName, transitionDuration } = getComputedStyle(one);
        return animationName !== 'none' || /[1-9]/.test(transitionDuration) ? [one.outerHTML.slice(0, 120)] : [];
      }),
    );
    expect(moving).toEqual([]);
    expect(await scrolling()).toBe('auto');
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    expect(await scrolling()).toBe('smooth');
    await page.emulateMedia({ reducedMotion: 'reduce' });
  }
});
