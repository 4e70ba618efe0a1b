/** Copies the page as Markdown. */
import { copyLater } from '../tickets/clipboard.ts';
import { markdownUrl, pageMarkdown } from '../tickets/page-markdown.ts';

/**
 * Copies the page as Markdown. Where that cannot be, a link leads to the Markdown itself.
 *
 * @param told where it is said how that went
 */
export async function copyPage(told: HTMLElement): Promise<void> {
  told.replaceChildren('…');
  if (await copyLater(pageMarkdown())) {
    told.replaceChildren('Copied');
    return;
  }
  const link = document.createElement('a');
  link.href = markdownUrl();
  link.textContent = 'open it';
  told.replaceChildren('Could not be copied: ', link);
}
