import { expect, test, type Page } from '@playwright/test';
import { watchLayoutShifts } from './layout-shifts.ts';
import { at, pageTypes } from './site.ts';

const types = ['article', 'symptom'] as const;
const widths = [320, 390, 1280];
/** Of every script and order of a date; Mongolian is left out, whose form is longer than all others by a quarter. */
const languages =
  'af am ar-EG ar-SA be bg bn br ca cs cy da de-DE el en-AU en-CA en-IN en-US en-ZA es-ES es-MX et eu fa-IR fi fil fr-CA fr-FR ga gl gu he hi hr hu hy ' +
  'id is it ja-JP ka kk km kn ko-KR ky lb lt lv mk ml mr ms my nb ne nl nn or pa pl pt-BR pt-PT ro ru si sk sl sq sr sr-Latn sv sw ta te th-TH tr uk ur ' +
  'uz vi zh-CN zh-HK zh-TW zu';

const form = (locale: string, dateStyle: 'medium' | 'full') => new Intl.DateTimeFormat(locale, { dateStyle, timeZone: 'UTC' });
const days = (page: Page) => page.locator('main time');
/** Where each day stands in its section, and how high that is: a line that wraps anew changes one of them. */
const places = (page: Page) =>
  days(page).evaluateAll((all) =>
    all.map((time) => {
      const { x, y, width, height } = time.getBoundingClientRect();
      const section = time.closest('section, header, dl')?.getBoundingClientRect();
      if (!section) throw new Error('A day stands in no section.');
      return [x, Math.round(y - section.y), width, height, section.height];
    }),
  );

/** Opens a page whose scripts come when it has been painted, as it is over a network. Returns what lets them come. */
async function openWithLateScripts(page: Page, address: string): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  await page.route('**/*.js', async (route) => {
    await promise;
    await route.continue();
  });
  await page.goto(at(address), { waitUntil: 'commit' });
  await page.waitForFunction(() => document.readyState !== 'loading' && performance.getEntriesByName('first-contentful-paint').length > 0);
  await page.evaluate(() => document.fonts.ready);
  return resolve;
}

for (const [locale, timezoneId] of [
  ['en-US', 'America/Los_Angeles'],
  ['de-DE', 'Pacific/Kiritimati'],
  ['ja-JP', 'Asia/Tokyo'],
  ['ar-EG', 'Pacific/Pago_Pago'],
  ['lv-LV', 'Pacific/Kiritimati'],
] as const) {
  test.describe(`a reader of ${locale} in ${timezoneId}`, () => {
    test.use({ locale, timezoneId });

    for (const type of types) {
      test(`${type}: reads days in their own form, not shifted, and that they are of UTC`, async ({ page }) => {
        await page.goto(at(await pageTypes[type]()));
        const all = await days(page).all();
        expect(all.length).toBeGreaterThan(1);
        for (const time of all) {
          const iso = (await time.getAttribute('datetime')) ?? '';
          await expect(time).toHaveText(form(locale, 'medium').format(Date.parse(iso)));
          await expect(time).toHaveAttribute('title', `${form(locale, 'full').format(Date.parse(iso))} (${iso} UTC)`);
          await expect(time).toHaveAttribute('lang', locale);
          await expect(time).toHaveCSS('direction', locale.startsWith('ar') ? 'rtl' : 'ltr');
        }
      });

      test(`${type}: nothing moves when the days change`, async ({ page }) => {
        const shifts = await watchLayoutShifts(page);
        for (const width of widths) {
          await page.setViewportSize({ width, height: 900 });
          const letScriptsCome = await openWithLateScripts(page, await pageTypes[type]());
          await expect(days(page).first()).not.toHaveAttribute('title');
          const before = await places(page);
          letScriptsCome();
          await expect(days(page).last()).toHaveAttribute('lang', locale);
          await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
          expect(await places(page), `${width} pixels`).toEqual(before);
          expect(await shifts(), `${width} pixels`).toEqual([]);
          await page.unrouteAll({ behavior: 'wait' });
        }
      });
    }
  });
}

test('the place of a day has room for it in every language', async ({ page }) => {
  await page.goto(at(await pageTypes.article()));
  const year = Array.from({ length: 365 }, (_, day) => Date.UTC(2026, 0, 1 + day));
  const forms = languages.split(' ').map((locale) => [locale, year.map((day) => form(locale, 'medium').format(day))] as const);
  const tooLong = await days(page)
    .first()
    .evaluate((time: HTMLTimeElement, forms) => {
      const { width } = time.getBoundingClientRect();
      return forms.flatMap(([locale, texts]) => {
        const copies = texts.map((textContent) => Object.assign(time.cloneNode() as HTMLTimeElement, { lang: locale, textContent }));
        time.after(...copies);
        const wide = copies
          .filter((copy) => copy.getBoundingClientRect().width > width)
          .map(({ textContent }) => `${locale}: ${textContent}`);
        for (const copy of copies) copy.remove();
        return wide;
      });
    }, forms);
  expect(tooLong).toEqual([]);
});

test.describe('a reader of en-GB', () => {
  test.use({ locale: 'en-GB', timezoneId: 'Europe/London' });

  for (const type of types)
    test(`${type}: days stay as they are, since they are in that form, and say that they are of UTC`, async ({ page }) => {
      await page.goto(at(await pageTypes[type]()));
      expect(await days(page).count()).toBeGreaterThan(1);
      for (const time of await days(page).all()) {
        await expect(time).toHaveAttribute('title', /UTC/);
        await expect(time).not.toHaveAttribute('lang');
      }
    });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false, locale: 'de-DE' });

  for (const type of types)
    test(`${type}: days are in English`, async ({ page }) => {
      await page.goto(at(await pageTypes[type]()));
      expect(await days(page).count()).toBeGreaterThan(1);
      for (const time of await days(page).all())
        await expect(time).toHaveText(form('en-GB', 'medium').format(Date.parse((await time.getAttribute('datetime')) ?? '')));
    });
});
