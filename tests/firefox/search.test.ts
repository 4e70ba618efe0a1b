import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import type { SearchedSymptom } from '../../src/search/searched-symptom.ts';
import { copyText } from './clipboard.ts';
import { hasFocus, named, open, pressWithControl, test } from './reader.ts';

const box = named('textbox', 'Error message, log or description');
const dialog = '.search-dialog';
const inBox = (page: Page) => page.$eval(box, (element) => (element as HTMLTextAreaElement).value);

const wordsOf = (text: string) => text.match(/\w+/g) ?? [];

/** A log with a known message in its second line: the longest wording without a placeholder. */
function knownLog(symptoms: readonly SearchedSymptom[]) {
  const [longest] = symptoms
    .flatMap((symptom) => symptom.signatures.map(({ text }) => ({ symptom, message: text })))
    .filter(({ message }) => !/[<\\\n]/.test(message))
    .toSorted((a, b) => b.message.length - a.message.length);
  if (!longest) throw new Error('No symptom has a signature without a placeholder, of which a log could be made.');
  const lines = ['starting worker 4', longest.message, 'worker 4 is up'];
  return { ...longest, log: lines.map((line, second) => `Nov 21 03:12:0${second} web-1 app[812]: ${line}`).join('\n') };
}

/** Expects the answer to a log: the symptom as first result, and its message marked in the second line of what was pasted. */
async function expectAnswer(page: Page, { symptom, message }: ReturnType<typeof knownLog>): Promise<void> {
  await expect.poll(() => page.$eval('search-results [role="status"]', ({ textContent }) => textContent)).toMatch(/^Match/);
  expect(await page.$eval('.finding h2 a', ({ pathname }) => pathname)).toBe(symptom.url);
  // What is not marked counts for its line ends only.
  const marked = await page.$eval('.finding .paste-view pre', ({ childNodes }) =>
    [...childNodes]
      .map(({ nodeName, textContent }) => (nodeName === 'MARK' ? textContent : textContent?.replace(/[^\n]/g, '')))
      .join(' ')
      .split('\n'),
  );
  expect(marked.map(wordsOf), 'the words marked in each line').toEqual([[], wordsOf(message), []]);
}

test('a pasted log is answered, with its message marked', async ({ page, site }) => {
  const known = knownLog(site.symptoms);
  await copyText(page, known.log);
  await open(page, site.url);
  await page.locator(box).click();
  await pressWithControl(page, 'v');
  expect(await inBox(page)).toBe(known.log);
  await page.keyboard.press('Enter');
  await expectAnswer(page, known);
  expect(page.url()).toBe(site.at(`search/#q=${encodeURIComponent(known.log)}`));
});

test.for([
  ['/', (page: Page) => page.keyboard.press('/')],
  ['Ctrl K', (page: Page) => pressWithControl(page, 'k')],
] as const)(
  '%s opens the search over a page, which answers, and Escape goes back to where the focus was',
  async ([, openDialog], { page, site }) => {
    const known = knownLog(site.symptoms);
    const address = site.at(known.symptom.article.url);
    await copyText(page, known.log);
    await open(page, address);
    const before = 'main a';
    await page.focus(before);
    await openDialog(page);
    await expect.poll(() => hasFocus(page, `${dialog} textarea`)).toBe(true);
    await pressWithControl(page, 'v');
    // Until its script has loaded, Enter makes a new line in the box.
    await page.evaluate(() => customElements.whenDefined('paste-box').then(() => undefined));
    await page.keyboard.press('Enter');
    await expectAnswer(page, known);
    await page.keyboard.press('Escape');
    await page.waitForSelector(dialog, { hidden: true });
    expect(await hasFocus(page, before), 'the focus is back').toBe(true);
    expect(page.url()).toBe(address);
  },
);
