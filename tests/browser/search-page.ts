/** The results page under test: its box, what it says, and something to ask. */
import type { Locator, Page } from '@playwright/test';
import { at, symptomsOf } from './site.ts';

/** The paste box. */
export const box = (page: Page): Locator => page.getByRole('main').getByRole('textbox', { name: 'Error message, log or description' });
/** What the page says of the answer. */
export const status = (page: Page): Locator => page.getByRole('main').getByRole('status');
/** The symptoms that were found. */
export const results = (page: Page): Locator => page.getByRole('main').getByRole('heading', { level: 2 }).getByRole('link');
/** The address of an answer. */
export const addressOf = (query: string): string => at(`/search/#q=${encodeURIComponent(query)}`);

/** Something that matches for certain: the longest wording without a placeholder. */
export async function knownMessage(): Promise<string> {
  const texts = (await symptomsOf()).flatMap(({ signatures }) => signatures.map(({ text }) => text)).filter((text) => !/[<\n]/.test(text));
  const [known] = texts.toSorted((a, b) => b.length - a.length);
  if (!known) throw new Error('No signature without a placeholder is published.');
  return known;
}

/** Drops a text on the box, as a file. */
export async function dropLog(page: Page, text: string): Promise<void> {
  const transfer = await page.evaluateHandle((text) => {
    const made = new DataTransfer();
    made.items.add(new File([text], 'app.log', { type: 'text/plain' }));
    return made;
  }, text);
  await page.locator('paste-box form').dispatchEvent('drop', { dataTransfer: transfer });
}
