/** Follows the Tab key, and finds stops at which nobody can see where the focus is. */
import type { Page } from '@playwright/test';

/** Takes the focus away, so that Tab begins at the top. A box that has it when the page comes is where Tab would go on from. */
export const beginAtTop = (page: Page): Promise<void> =>
  page.evaluate(() => {
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute('tabindex');
  });

/**
 * Presses Tab and compares how each stop looks with and without the focus.
 *
 * @param page the page, with the focus where to begin
 * @param stops how many stops to visit
 * @returns the stops that look the same
 */
export async function unmarkedFocus(page: Page, stops: number): Promise<string[]> {
  const unmarked: string[] = [];
  for (let stop = 0; stop < stops; stop++) {
    await page.keyboard.press('Tab');
    const found = await page.evaluate(compareLooks);
    if (found === 'end') break;
    if (found) unmarked.push(found);
  }
  return unmarked;
}

/** Runs in the browser. */
function compareLooks(): string {
  const element = document.activeElement;
  if (!(element instanceof HTMLElement || element instanceof SVGElement) || element === document.body) return 'end';
  const properties = ['borderColor', 'boxShadow', 'backgroundColor', 'color', 'opacity', 'transform', 'stroke', 'strokeWidth'] as const;
  // A form or a shape may carry the mark of what is in it.
  const looking = [element, element.parentElement, element.closest('form'), ...element.querySelectorAll('.label-container')];
  const look = () =>
    JSON.stringify(
      looking.map((one) => {
        if (!one) return '';
        const style = getComputedStyle(one);
        // An outline that is not drawn has a colour and an offset all the same.
        const outline = style.outlineStyle === 'none' ? 'none' : `${style.outline} ${style.outlineOffset}`;
        return [outline, ...properties.map((property) => style[property])];
      }),
    );
  const focused = look();
  element.blur();
  const plain = look();
  element.focus();
  return focused === plain ? element.outerHTML.slice(0, 160) : '';
}

/** What was seen on the way of the Tab key. */
interface TabPath {
  stops: number;
  problems: string[];
}

/**
 * Follows the Tab key from the top of a page to its end, past stops that come in their turn and can be seen.
 *
 * @param page the page, with the focus nowhere
 * @returns how many stops there are, and what is wrong at some of them; a path that does not end is a trap
 */
export async function tabPath(page: Page): Promise<TabPath> {
  await page.evaluate(watchFocus);
  const most = 5 + (await page.locator('a, button, input, textarea, summary, [tabindex]').count());
  const path = () => page.evaluate(() => (window as unknown as { tabPath: TabPath }).tabPath);
  for (let pressed = 0; pressed < most; pressed += 10) {
    for (let press = 0; press < 10; press++) await page.keyboard.press('Tab');
    const hasEnded = await page.evaluate(() => document.activeElement === document.body || 'tabPathEnded' in window);
    if (hasEnded) return path();
  }
  const { stops, problems } = await path();
  return { stops, problems: [...problems, 'The path does not end.'] };
}

/** Runs in the browser. A stop must follow the one before in the page, and something of it must be seen. */
function watchFocus(): void {
  const path: TabPath = { stops: 0, problems: [] };
  let last: Element | undefined;
  Object.assign(window, { tabPath: path });
  const isSeen = (element: Element) =>
    [...element.getClientRects()].some(({ left, right, top, bottom }) => {
      const middle = (from: number, to: number, most: number) => (Math.max(from, 0) + Math.min(to, most)) / 2;
      const hit = document.elementFromPoint(middle(left, right, innerWidth), middle(top, bottom, innerHeight));
      return hit !== null && (element.contains(hit) || hit.contains(element));
    });
  addEventListener('focusin', ({ target }) => {
    if (!(target instanceof Element) || 'tabPathEnded' in window) return;
    const follows = !last || last.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_FOLLOWING;
    // From the end the path begins again at the top.
    if (!follows && target.matches('.skip-link')) return void Object.assign(window, { tabPathEnded: true });
    last = target;
    path.stops++;
    const what = target.outerHTML.slice(0, 160);
    if (!follows) path.problems.push(`comes out of turn: ${what}`);
    if (!isSeen(target)) path.problems.push(`is out of sight or covered: ${what}`);
    if (!target.matches(':focus-visible')) path.problems.push(`does not show the focus: ${what}`);
  });
}
