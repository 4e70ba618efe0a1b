/** The page as Markdown, which the site publishes beside it. */

/** How long the network may take, in milliseconds. */
const timeoutMs = 10_000;

/** Returns the URL of the Markdown, which the head of the page links. */
export const markdownUrl = (): string => document.querySelector<HTMLLinkElement>('link[type="text/markdown"]')?.href ?? '';

/**
 * Fetches the Markdown of the page.
 *
 * @throws when the server does not answer in time, or has no such file
 */
export async function pageMarkdown(): Promise<string> {
  const response = await fetch(markdownUrl(), { signal: AbortSignal.timeout(timeoutMs) });
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}`);
  return response.text();
}
