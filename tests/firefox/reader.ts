/** `test` for tests in Firefox: each has a served site, and a page of its own in a browser that all of them share. */
import puppeteer, { type KeyInput, type Page } from 'puppeteer-core';
import { expect, inject, test as base } from 'vitest';
import { findFirefox, missingFirefox } from './find-firefox.ts';
import { collectProblems } from './problems.ts';
import { build, Site } from './site.ts';

const firefox = findFirefox();

/** How long a page may take for anything, in milliseconds: on a busy machine everything is slow. */
const patience = 60_000;

const withReader = base
  .extend('executablePath', { scope: 'worker' }, firefox)
  .extend('browser', { scope: 'worker' }, async ({ executablePath }, { onCleanup }) => {
    if (!executablePath) throw new Error(missingFirefox);
    const browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath,
      userDataDir: inject('profile'),
      timeout: patience,
      defaultViewport: { width: 1280, height: 900 },
      extraPrefsFirefox: {
        // Jumps arrive at once, so that no test has to wait for a scroll of unknown length.
        'ui.prefersReducedMotion': 1,
        // A mouse, which can hover: without a screen Firefox says that it has no pointer at all.
        'ui.primaryPointerCapabilities': 6,
        'ui.allPointerCapabilities': 6,
      },
    });
    onCleanup(() => browser.close());
    return browser;
  })
  .extend('build', { scope: 'worker' }, build)
  .extend('site', async ({ build }, { onCleanup }) => {
    const site = await Site.serve(build);
    onCleanup(() => site.stop());
    return site;
  })
  .extend('page', async ({ browser }, { onCleanup }) => {
    const context = await browser.createBrowserContext();
    onCleanup(() => context.close());
    const page = await context.newPage();
    page.setDefaultTimeout(patience);
    return page;
  })
  // Problems fail every test at its end, whether it asks for them or not. A test that expects some takes them out.
  .extend('problems', { auto: true }, ({ page, site }, { onCleanup }) => {
    const problems = collectProblems(page, new URL(site.url).origin);
    onCleanup(() => expect(problems, 'what went wrong on the pages').toEqual([]));
    return problems;
  });

/** A test in Firefox. It is skipped where there is none. */
export const test = withReader.skipIf(firefox === undefined);

/** A selector of what has a role and an accessible name. */
export const named = (role: string, name: string): string => `::-p-aria(${name}[role="${role}"])`;

/** Opens a page of the site, and waits for its script, which loads after the first paint. */
export async function open(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await scriptLoaded(page);
}

/** Waits for the script of the page that is open: what is pressed before goes nowhere. */
export async function scriptLoaded(page: Page): Promise<void> {
  await page.evaluate(() => customElements.whenDefined('theme-toggle').then(() => undefined));
}

/** Presses a key while Control is held. */
export async function pressWithControl(page: Page, key: KeyInput): Promise<void> {
  await page.keyboard.down('Control');
  await page.keyboard.press(key);
  await page.keyboard.up('Control');
}

/** Whether what a selector names has the focus. */
export const hasFocus = (page: Page, selector: string): Promise<boolean> =>
  page.$eval(selector, (element) => element === document.activeElement);
