/** Pages in the few colours that a reader's system allows, as with Windows' contrast themes; and marks that say more than a colour. */
import { expect, type Page } from '@playwright/test';
import { contrasts } from './accessibility.ts';
import { beginAtTop, unmarkedFocus } from './focus.ts';
import { test } from './ready-page.ts';
import { addressOf, knownMessage, status } from './search-page.ts';
import { at, pageTypeNames, pageTypes } from './site.ts';

/** What shapes and the edges of controls need against their ground: WCAG 1.4.11. */
const least = 3;
const grounds = { light: 'white', dark: 'black' };

/** What must still be drawn where systems take backgrounds, shadows and colours away. */
const drawn: [what: string, selector: string, property: string][] = [
  ['shapes of marks', 'main .mark::before', 'background-color'],
  ['words of marks', 'main .mark', 'color'],
  ['boxes of diagrams', '.diagram svg.flowchart .node .label-container', 'stroke'],
  ['lines of diagrams', '.diagram svg.flowchart .flowchart-link', 'stroke'],
  ['texts of diagrams', '.diagram svg.flowchart .node text', 'fill'],
  ['buttons', 'main .button', 'border-top-color'],
  ['paste boxes', 'main .paste-box', 'border-top-color'],
  ['icons', 'main .button svg, .wordmark svg', 'color'],
];

const force = (page: Page, colorScheme: 'light' | 'dark') => page.emulateMedia({ forcedColors: 'active', colorScheme });

for (const colorScheme of ['light', 'dark'] as const) {
  test(`marks, diagrams and controls stand out in forced colours, ${colorScheme}`, async ({ page }) => {
    await force(page, colorScheme);
    // The reader's own choice of theme must not win over the colours of the system.
    await page.addInitScript((theme) => localStorage.setItem('theme', theme), colorScheme === 'light' ? 'dark' : 'light');
    const seen = new Set<string>();
    for (const type of ['front', 'article', 'symptom', 'search'] as const) {
      await page.goto(at(await pageTypes[type]()));
      expect(await page.evaluate(() => matchMedia('(forced-colors: active)').matches)).toBe(true);
      for (const [what, selector, property] of drawn) {
        const found = await contrasts(page, selector, property, grounds[colorScheme]);
        if (found.length) seen.add(what);
        expect.soft(found.filter(({ contrast }) => contrast < least).slice(0, 3), `${type}: ${what}`).toEqual([]);
      }
    }
    expect([...seen].toSorted()).toEqual(drawn.map(([what]) => what).toSorted());
  });
}

for (const type of pageTypeNames) {
  test(`${type}: focus shows in forced colours`, async ({ page }) => {
    await force(page, 'dark');
    await page.goto(at(await pageTypes[type]()), { waitUntil: 'networkidle' });
    await beginAtTop(page);
    expect(await unmarkedFocus(page, 12)).toEqual([]);
  });
}

test('a node of a diagram shows the focus in forced colours', async ({ page }) => {
  await force(page, 'light');
  await page.goto(at(await pageTypes.article()));
  const link = page.locator('svg.flowchart a').first();
  await link.scrollIntoViewIfNeeded();
  await link.focus();
  await page.keyboard.press('Shift+Tab');
  expect(await unmarkedFocus(page, 2)).toEqual([]);
});

test('the section that a link leads to is marked in forced colours too', async ({ page }) => {
  await force(page, 'light');
  await page.goto(at(await pageTypes.article()));
  const section = page.locator('.section[id]').first();
  const look = () =>
    section
      .getByRole('heading')
      .first()
      .evaluate((heading) => getComputedStyle(heading).outlineStyle);
  expect(await look()).toBe('none');
  await page.goto(`${page.url()}#${(await section.getAttribute('id')) ?? ''}`);
  expect(await look()).not.toBe('none');
});

test('the words that prove an answer are distinguishable in forced colours', async ({ page }) => {
  await force(page, 'dark');
  await page.goto(addressOf(`2026-11-21T03:12:04Z api-1 | ${await knownMessage()} after that`));
  await expect(status(page)).toHaveText(/^Match/);
  const colours = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((one) => [getComputedStyle(one).backgroundColor, getComputedStyle(one).fontSize].join());
  const [marked, plain, noise] = await Promise.all(['.paste-view pre mark', '.paste-view pre', '.paste-view pre .is-noise'].map(colours));
  expect(new Set([marked, plain, noise]).size).toBe(3);
});

test('risk and severity are a word and a shape, each its own, and never a colour alone (1.4.1)', async ({ page }) => {
  const shapes = new Map<string, Set<string>>();
  for (const type of ['front', 'article', 'symptom'] as const) {
    await page.goto(at(await pageTypes[type]()));
    const marks = await page
      .locator('main .mark')
      .evaluateAll((all) =>
        all.map((one) => ({ word: one.textContent.trim().split(':')[0] ?? '', shape: getComputedStyle(one, '::before').maskImage })),
      );
    expect(marks.length).toBeGreaterThan(0);
    for (const { word, shape } of marks) {
      expect(word).toMatch(/^[A-Z][a-z]+/);
      expect(shape).toMatch(/^url/);
      shapes.set(word, (shapes.get(word) ?? new Set()).add(shape));
    }
  }
  const each = [...shapes.values()].map((of) => [...of]);
  expect(each.every(({ length }) => length === 1)).toBe(true);
  expect(new Set(each.flat()).size).toBe(shapes.size);
  expect(shapes.size).toBeGreaterThan(2);
});
