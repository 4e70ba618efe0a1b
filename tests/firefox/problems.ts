/** What goes wrong on pages without anybody seeing it. */
import type { Page } from 'puppeteer-core';

/**
 * Collects, on every page that is opened from now on: errors and warnings of scripts, violations of the policy, files that the server does not
 * have, and requests to other servers.
 *
 * @param page the tab
 * @param origin the only server that it may talk to
 * @returns the list, which grows as problems come up
 */
export function collectProblems(page: Page, origin: string): string[] {
  const problems: string[] = [];
  // Firefox reports a violation of the policy as an error too.
  page.on('pageerror', (error) => {
    const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
    // An import that the next navigation has broken off. A file that is missing is reported by its status.
    if (!told.includes('error loading dynamically imported module')) problems.push(told);
  });
  page.on('console', (message) => {
    if (['error', 'warn'].includes(message.type())) problems.push(`console: ${message.text()} (${message.location().url ?? 'no file'})`);
  });
  page.on('request', (request) => {
    if (/^https?:/.test(request.url()) && new URL(request.url()).origin !== origin) problems.push(`elsewhere: ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400 && !response.request().isNavigationRequest()) problems.push(`${response.status()}: ${response.url()}`);
  });
  return problems;
}
