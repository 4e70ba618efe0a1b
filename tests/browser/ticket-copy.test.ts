import { expect, type Locator, type Page } from '@playwright/test';
import type { SearchedSymptom } from '../../src/search/searched-symptom.ts';
import { ticketFormats } from '../../src/reader/tickets/formats/index.ts';
import { findingsInBothThemes } from './accessibility.ts';
import { test } from './ready-page.ts';
import { at, messageOf, symptomsOf, pageTypes } from './site.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

const formats = Object.entries(ticketFormats);
const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());
const panel = (page: Page) => page.getByRole('group', { name: 'Copy for the ticket' });
const format = (page: Page, name: string) => panel(page).getByRole('button', { name, exact: true });
const copyButton = (place: Locator) => place.getByRole('button', { name: /^Copy for the ticket/ }).first();

/** A symptom with a fix. */
async function symptomWithFix(): Promise<{ symptom: SearchedSymptom; fix: SearchedSymptom['fixes'][number] }> {
  const found = (await symptomsOf()).find(({ fixes }) => fixes.length > 0);
  const [fix] = found?.fixes ?? [];
  if (!found || !fix) throw new Error('No symptom has a fix.');
  return { symptom: found, fix };
}

/** Opens everything that is folded: the buttons of most fixes are inside. */
const unfold = (page: Page) =>
  page.locator('details').evaluateAll((found) => {
    for (const details of found) (details as HTMLDetailsElement).open = true;
  });

/** Where the control is: how to get there, whether the note names the fix, and of what it is the note. */
const places = {
  'the head of a symptom’s page': {
    page: ({ symptom }) => symptom.url,
    within: () => 'header.page-head',
    withFix: false,
    about: 'symptom',
  },
  'a fix on a symptom’s page': { page: ({ symptom }) => symptom.url, within: ({ fix }) => `#${fix.id}`, withFix: true, about: 'symptom' },
  'a fix in its article': {
    page: ({ symptom }) => symptom.article.url,
    within: ({ fix }) => `#${fix.id}`,
    withFix: true,
    about: 'article',
  },
  'an answer of the search': {
    page: ({ symptom }) => `/search/#q=${encodeURIComponent(symptom.signatures[0]?.text ?? symptom.title)}`,
    within: () => '.finding',
    withFix: true,
    about: 'symptom',
  },
} satisfies Record<
  string,
  {
    page: (found: { symptom: SearchedSymptom; fix: SearchedSymptom['fixes'][number] }) => string;
    within: (found: { symptom: SearchedSymptom; fix: SearchedSymptom['fixes'][number] }) => string;
    withFix: boolean;
    about: 'symptom' | 'article';
  }
>;

for (const [name, place] of Object.entries(places)) {
  test(`${name} is copied in every format`, async ({ page }) => {
    const found = await symptomWithFix();
    const { symptom, fix } = found;
    await page.goto(at(place.page(found)));
    await unfold(page);
    await copyButton(page.locator(place.within(found)).first()).click();
    const { title, url } = place.about === 'symptom' ? symptom : symptom.article;
    for (const [key, { label, plain }] of formats) {
      await format(page, label).click();
      await expect(panel(page)).toContainText(`Copied as ${label}`);
      const copied = await clipboard(page);
      const time = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/.exec(copied)?.[0] ?? '';
      if (key !== 'link') expect(Math.abs(Date.now() - Date.parse(time))).toBeLessThan(60_000);
      const meaning =
        place.about === 'symptom' ? symptom.meaning : ((await page.locator(`#${fix.id} [data-meaning]`).textContent()) ?? '').trim();
      const note = { title, meaning, url: at(url), revision: symptom.revision, stamp: 'The fault manual revision', time };
      const { title: fixTitle, risk, url: fixUrl } = fix;
      expect(copied).toBe(plain(place.withFix ? { ...note, fix: { title: fixTitle, risk, url: at(fixUrl) } } : note));
    }
  });
}

test('rich text has titles as links, and plain text beside it', async ({ page }) => {
  const { symptom } = await symptomWithFix();
  await page.goto(at(symptom.url));
  await copyButton(page.locator('header.page-head')).click();
  await format(page, 'Rich text').click();
  await expect(panel(page)).toContainText('Copied as Rich text');
  const { markup, types } = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    return { markup: await (await item?.getType('text/html'))?.text(), types: item?.types.toSorted() };
  });
  // The page itself may not read text as HTML: its policy forbids it.
  await page.goto('about:blank');
  await page.setContent(markup ?? '');
  const link = page.getByRole('link').first();
  await expect(link).toHaveText(symptom.title);
  await expect(link).toHaveAttribute('href', at(symptom.url));
  expect(types).toEqual(['text/html', 'text/plain']);
});

test('the note of an answer holds nothing of what was pasted', async ({ page }) => {
  const { symptom } = await symptomWithFix();
  const own = 's3cr3t-of-the-reader';
  await page.goto(at(`search/#q=${encodeURIComponent(`${own} ${messageOf(symptom)} ${own}`)}`));
  await copyButton(page.locator('.finding').first()).click();
  for (const [, { label }] of formats) {
    await format(page, label).click();
    await expect(panel(page)).toContainText(`Copied as ${label}`);
    expect(await clipboard(page)).not.toContain('s3cr3t');
  }
});

test('the format chosen last is copied by one press, on the next page too', async ({ page }) => {
  const [first, second] = await symptomsOf();
  await page.goto(at(first.url));
  await copyButton(page.locator('header.page-head')).click();
  await expect(panel(page)).toHaveText(/^Copy as/);
  await format(page, 'Jira').click();
  await page.goto(at(second?.url ?? first.url));
  await copyButton(page.locator('header.page-head')).click();
  await expect(panel(page)).toContainText('Copied as Jira');
  expect(await clipboard(page)).toContain(`|${at(second?.url ?? first.url)}]*`);
});

test('a browser that refuses the clipboard gets the text selected, to copy by hand', async ({ page }) => {
  const [symptom] = await symptomsOf();
  await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  await page.goto(at(symptom.url));
  await copyButton(page.locator('header.page-head')).click();
  await format(page, 'Plain text').click();
  const box = panel(page).getByRole('textbox', { name: 'Text for the ticket' });
  await expect(box).toBeFocused();
  await expect(box).toHaveValue(new RegExp(`\\n${RegExp.escape(at(symptom.url))}\\n`));
  const selected = await box.evaluate((area: HTMLTextAreaElement) => area.value.slice(area.selectionStart, area.selectionEnd));
  expect(selected).toBe(await box.inputValue());
  await expect(panel(page)).toContainText('Copy this by hand');
});

test('works by keyboard: open, choose, close', async ({ page }) => {
  const [symptom] = await symptomsOf();
  await page.goto(at(symptom.url));
  const button = copyButton(page.locator('header.page-head'));
  await expect(button).toHaveAccessibleName(`Copy for the ticket: ${symptom.title}`);
  await expect(button).toHaveAttribute('aria-expanded', 'false');
  await button.press('Enter');
  await expect(button).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('Tab');
  await expect(format(page, 'Link')).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(panel(page)).toContainText('Copied as Markdown');
  expect(await clipboard(page)).toContain(`](${at(symptom.url)})**`);
  await page.keyboard.press('Escape');
  await expect(panel(page)).toHaveCount(0);
  await expect(button).toBeFocused();
  await expect(button).toHaveAttribute('aria-expanded', 'false');
});

test('one panel is open at a time, and what it says is announced', async ({ page }) => {
  await page.goto(at(await pageTypes.article()));
  await unfold(page);
  const buttons = page.getByRole('button', { name: /^Copy for the ticket/ });
  await buttons.nth(0).click();
  await expect(panel(page).locator('[aria-live="polite"]')).toHaveText('Copy as');
  await buttons.nth(1).click();
  await expect(panel(page)).toHaveCount(1);
  await expect(buttons.nth(0)).toHaveAttribute('aria-expanded', 'false');
  await buttons.nth(1).click();
  await expect(panel(page)).toHaveCount(0);
});

for (const type of ['symptom', 'article', 'search with results'] as const) {
  for (const width of [390, 1280]) {
    test(`${type}: axe finds nothing in the open panel in either theme, and it fits, at ${width} pixels`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
      await page.goto(at(await pageTypes[type]()));
      await unfold(page);
      await page
        .getByRole('main')
        .getByRole('button', { name: /^Copy for the ticket/ })
        .last()
        .click();
      await format(page, 'Jira').click();
      await expect(panel(page).getByRole('textbox')).toBeFocused();
      expect(await findingsInBothThemes(page, '*:has(> .ticket-panel)')).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
      const box = await panel(page).boundingBox();
      expect((box?.x ?? 0) + (box?.width ?? width)).toBeLessThanOrEqual(width);
    });
  }
}
