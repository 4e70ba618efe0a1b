/** Collects problems of a page that nobody sees. */
import type { Page } from '@playwright/test';

/**
 * Collects errors, warnings, failed requests and requests to other servers, from now on.
 *
 * @param page the page
 * @param origin the only server that it may talk to
 * @returns the list, which grows while the page lives
 */
export function collectProblems(page: Page, origin: string): string[] {
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(`error: ${error.message}`));
  page.on('console', (message) => {
    // The browser reports the status of the page itself, which the tests of that page check.
    const ownStatus = message.location().url === page.url() && message.text().startsWith('Failed to load resource');
    const isPlaywrights = message.text() === 'Service Worker registration blocked by Playwright';
    if (['error', 'warning'].includes(message.type()) && !ownStatus && !isPlaywrights) problems.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    if (!/^(data|blob):/.test(request.url()) && new URL(request.url()).origin !== origin) problems.push(`elsewhere: ${request.url()}`);
  });
  page.on('requestfailed', (request) => problems.push(`failed: ${request.url()} ${request.failure()?.errorText ?? ''}`));
  page.on('response', (response) => {
    if (response.status() >= 400 && !response.request().isNavigationRequest()) problems.push(`${response.status()}: ${response.url()}`);
  });
  return problems;
}
