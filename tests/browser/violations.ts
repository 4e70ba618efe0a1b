/** Collects violations of a page's content security policy. */
import type { Page } from '@playwright/test';

/** Collects violations of the policy on every page that is opened from now on; the function returns those of the open page. */
export async function watchPolicy(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const violations: string[] = [];
    Object.assign(window, { violations });
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample, sourceFile }) =>
      violations.push(`${effectiveDirective}: ${blockedURI} ${sample} ${sourceFile ?? ''}`),
    );
  });
  return () => page.evaluate(() => (window as unknown as { violations: string[] }).violations);
}

/** Serves the site as a host does that sends no headers of its own, so that only the policy in each page is left. */
export const withoutHeaders = (page: Page): Promise<unknown> =>
  page.route('**/*', async (route) => {
    const response = await route.fetch();
    const headers = Object.entries(response.headers()).filter(([name]) => name !== 'content-security-policy');
    await route.fulfill({ response, headers: Object.fromEntries(headers) });
  });
