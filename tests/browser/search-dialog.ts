/** The search dialog under test, and something to paste into it. */
import type { Locator, Page } from '@playwright/test';
import { symptomsOf } from './site.ts';

/** The dialog. */
export const dialog = (page: Page): Locator => page.getByRole('dialog', { name: 'Search' });
/** Its paste box. */
export const box = (page: Page): Locator => dialog(page).getByRole('textbox', { name: 'Error message, log or description' });
/** Its message about the answer. */
export const status = (page: Page): Locator => dialog(page).getByRole('status');

/** A paste with noise around a wording that is known: the longest that holds no placeholder. */
export async function paste(): Promise<string> {
  const wordings = (await symptomsOf())
    .flatMap(({ signatures }) => signatures.map(({ text }) => text))
    .filter((text) => !/[<\n]/.test(text));
  const [known] = wordings.toSorted((a, b) => b.length - a.length);
  if (!known) throw new Error('No symptom has a signature without placeholders to make a paste of.');
  return `Nov 21 03:12:01 web-1 app[812]: starting worker 4\nNov 21 03:12:04 web-1 app[812]: ${known}`;
}
