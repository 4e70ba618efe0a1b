/** Finds the widths at which a page is wider than its window. */
import type { Page } from '@playwright/test';

/** Widths at which a page overflows, and the element that reaches furthest at the first of them. */
export interface Overflow {
  from: number;
  to: number;
  by: number;
  widest: string;
}

const [least, most, step] = [320, 1440, 8];

/**
 * Walks a page through all widths. The page is shown in a frame, which is resized without waiting for a window.
 *
 * @param page a page to do it in
 * @param url the address of the page to look at
 */
export async function overflowsOf(page: Page, url: string): Promise<Overflow[]> {
  const host = new URL('frame-host', url).href;
  await page.route(host, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><iframe title="page" height="900"></iframe>' }),
  );
  // The site may not be framed, and says so in a header.
  const { pathname } = new URL(url);
  await page.route(
    (address) => address.pathname === pathname,
    async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': '' } });
    },
  );
  await page.goto(host);
  const frame = page.locator('iframe');
  await frame.evaluate((element, src) => {
    return new Promise((resolve) => {
      element.addEventListener('load', resolve, { once: true });
      element.setAttribute('src', src);
    });
  }, url);
  await page.waitForLoadState('networkidle');
  return frame.evaluate(walkWidths, { least, most, step });
}

/** Runs in the browser. */
function walkWidths(element: Element, { least, most, step }: { least: number; most: number; step: number }): Overflow[] {
  const frame = element as HTMLIFrameElement;
  const root = frame.contentDocument?.documentElement;
  if (!root) throw new Error('the page did not load in its frame');
  const furthest = () => {
    const reach = (one: Element) => one.getBoundingClientRect().right;
    const found = [...root.querySelectorAll('body *')].reduce(
      (widest, one) => (reach(one) > reach(widest) ? one : widest),
      root as Element,
    );
    return found.outerHTML.slice(0, 120);
  };
  const found: Overflow[] = [];
  for (let width = least; width <= most; width += step) {
    frame.width = String(width);
    const by = root.scrollWidth - root.clientWidth;
    const last = found.at(-1);
    if (by <= 0) continue;
    if (last?.to === width - step) last.to = width;
    else found.push({ from: width, to: width, by, widest: furthest() });
  }
  return found;
}
