/** Measures the time from a paste to its answer in a real browser, and the longest main-thread block meanwhile. */
import type { Browser } from '@playwright/test';

/** The measurements for pastes of one kind, in milliseconds. */
export interface Speed {
  /** For each paste the time until its answer was painted. */
  times: number[];
  /** For each paste the longest main-thread block, during which the page takes no input. */
  blocks: number[];
}

/** A paste that is made in the page: pieces, each with how often it is repeated. Megabytes need not travel there. */
export type Recipe = readonly (readonly [text: string, times: number])[];

/**
 * Answers pastes in one page, one after the other.
 *
 * @param browser the browser
 * @param address the page with the paste box and the answers
 * @param pastes the pastes
 * @param warming how many of them come before that are not counted
 */
export async function speedOf(browser: Browser, address: string, pastes: readonly Recipe[], warming: number): Promise<Speed> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(address);
    await page.evaluate(() => customElements.whenDefined('search-results').then(() => undefined));
    const times: number[] = [];
    const blocks: number[] = [];
    for (const paste of pastes.slice(0, warming)) await page.evaluate(answerInPage, paste);
    for (const paste of pastes) {
      const { ms, block } = await page.evaluate(answerInPage, paste);
      times.push(ms);
      blocks.push(block);
    }
    return { times, blocks };
  } finally {
    await context.close();
  }
}

/**
 * Runs in a page that has the paste box and the answers: pastes, searches, and waits until the answer is painted. A beat every few milliseconds notes how long the page was
 * busy with one thing.
 *
 * @param paste what is pasted
 * @returns milliseconds to the answer, and for how many the page was busy at the longest
 */
export async function answerInPage(paste: Recipe): Promise<{ ms: number; block: number }> {
  const input = document.querySelector<HTMLTextAreaElement>('paste-box textarea');
  const answer = document.querySelector('search-results .answer');
  if (!input?.form || !answer) throw new Error('The page has no paste box, or no place for the answer.');
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', paste.map(([text, times]) => text.repeat(times)).join(''));
  input.focus();
  input.select();
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))); // what came before this paste is painted

  const beats = { last: performance.now(), longest: 0, timer: 0 };
  const beat = () => {
    const now = performance.now();
    beats.longest = Math.max(beats.longest, now - beats.last);
    beats.last = now;
    beats.timer = setTimeout(beat) as unknown as number;
  };
  const answered = new Promise<void>((resolve) => {
    const observer = new MutationObserver(() => {
      if (answer.getAttribute('aria-busy') !== 'false') return;
      observer.disconnect();
      requestAnimationFrame(() => setTimeout(resolve));
    });
    observer.observe(answer, { attributes: true, attributeFilter: ['aria-busy'] });
  });
  beat();
  const started = performance.now();
  // What the page does not take itself, the browser puts into the box; then the reader presses Enter.
  if (input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))) {
    input.setRangeText(clipboardData.getData('text/plain'));
    input.form.requestSubmit();
  }
  await answered;
  beat();
  clearTimeout(beats.timer);
  return { ms: performance.now() - started, block: beats.longest };
}
