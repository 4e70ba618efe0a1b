/** Copies the page as Markdown. */

/** How long the network may take, in milliseconds. */
const patience = 10_000;

/** The address of the page as Markdown, which its head names. */
const markdownUrl = (): string => document.querySelector<HTMLLinkElement>('link[type="text/markdown"]')?.href ?? '';

async function readMarkdown(): Promise<Blob> {
  const response = await fetch(markdownUrl(), { signal: AbortSignal.timeout(patience) });
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}`);
  return new Blob([await response.text()], { type: 'text/plain' });
}

/**
 * Copies the page as Markdown. Where that cannot be, a link leads to the Markdown itself.
 *
 * @param told where it is said how that went
 */
export async function copyPage(told: HTMLElement): Promise<void> {
  told.replaceChildren('…');
  try {
    // A promise, so that the clipboard is asked while the press is handled, and waits for the network.
    await navigator.clipboard.write([new ClipboardItem({ 'text/plain': readMarkdown() })]);
    told.replaceChildren('Copied');
  } catch {
    const link = document.createElement('a');
    link.href = markdownUrl();
    link.textContent = 'open it';
    told.replaceChildren('Could not be copied: ', link);
  }
}
