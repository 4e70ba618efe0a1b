/**
 * The real clipboard, used as a reader uses it: by Ctrl+C and Ctrl+V in another tab. Firefox has a preference that lets scripts read it; with
 * that, pages could also write to it without a press, which readers' browsers refuse.
 */
import type { Page } from 'puppeteer-core';
import { pressWithControl } from './reader.ts';

/** Puts a text on the clipboard. */
export const copyText = (page: Page, text: string): Promise<void> =>
  inAnotherTab(page, async (tab) => {
    await tab.$eval(
      'textarea',
      (box, text) => {
        box.value = text;
        box.select();
      },
      text,
    );
    await pressWithControl(tab, 'c');
  });

/** Returns the text that is on the clipboard. */
export const pastedText = (page: Page): Promise<string> =>
  inAnotherTab(page, async (tab) => {
    await tab.focus('textarea');
    await pressWithControl(tab, 'v');
    return tab.$eval('textarea', ({ value }) => value);
  });

/** Returns what an editor for rich text gets from the clipboard: the links in it, by their text. */
export const pastedLinks = (page: Page): Promise<Record<string, string>> =>
  inAnotherTab(page, async (tab) => {
    await tab.focus('[contenteditable]');
    await pressWithControl(tab, 'v');
    return tab.$$eval('[contenteditable] a', (links) => Object.fromEntries(links.map(({ textContent, href }) => [textContent, href])));
  });

/** Opens a tab with a text box and an editor, does something there, and goes back to the page. */
async function inAnotherTab<Result>(page: Page, act: (tab: Page) => Promise<Result>): Promise<Result> {
  const tab = await page.browserContext().newPage();
  try {
    await tab.goto('data:text/html,<textarea></textarea><div contenteditable></div>');
    return await act(tab);
  } finally {
    await tab.close();
    await page.bringToFront();
  }
}
