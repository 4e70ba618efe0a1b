/** Finds stops of the Tab key at which nobody can see where the focus is. */
import type { Page } from '@playwright/test';

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
