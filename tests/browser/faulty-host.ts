/** Simulates a host that fails, with Playwright's routes. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Page, Route } from '@playwright/test';

/** Ways in which the download of a file fails. */
export const faults = {
  'is gone': (route: Route) => route.fulfill({ status: 404, contentType: 'text/html', body: '<!doctype html><title>Not found</title>' }),
  'is cut off': async (route: Route) => {
    const response = await route.fetch();
    const body = await response.body();
    // No cache stores a response that broke off.
    await route.fulfill({
      response,
      body: body.subarray(0, body.length / 2),
      headers: { 'content-type': response.headers()['content-type'] ?? '', 'cache-control': 'no-store' },
    });
  },
  'is a sign-in page': (route: Route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Welcome on board</title>' }),
  'breaks off': (route: Route) => route.abort('connectionreset'),
  'is refused': (route: Route) => route.fulfill({ status: 503, body: '' }),
  'never comes': () => undefined,
} satisfies Record<string, (route: Route) => unknown>;

/** Fails every request for the files until the returned function is called. Requests that hang until then are never answered. */
export async function failUntilMended(page: Page, files: string, way: keyof typeof faults): Promise<() => void> {
  let isMended = false;
  await page.route(files, (route) => (isMended ? route.continue() : faults[way](route)));
  return () => {
    isMended = true;
  };
}

/** Fails the first request for each file, and no other. */
export async function failFirst(page: Page, files: string): Promise<void> {
  const failed = new Set<string>();
  await page.route(files, async (route) => {
    const { pathname } = new URL(route.request().url());
    if (failed.has(pathname)) return route.continue();
    failed.add(pathname);
    return faults['breaks off'](route);
  });
}

/** Serves the search index of another build from now on, as after a deployment. */
export const publishIndexOf = (page: Page, folder: string): Promise<unknown> =>
  page.route('**/pagefind/**', async (route) => {
    const [, name = ''] = new URL(route.request().url()).pathname.split('/pagefind/');
    const file = path.join(folder, 'pagefind', name);
    await (existsSync(file) ? route.fulfill({ path: file }) : faults['is gone'](route));
  });
