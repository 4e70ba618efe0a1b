/** The button that copies the page as Markdown: for a runbook, a chat, a model. */
import { copyLater } from './tickets/clipboard.ts';
import { markdownUrl, pageMarkdown } from './tickets/page-markdown.ts';

/** Copies the page. Where that cannot be, a link leads to the Markdown itself. */
async function copyPage(told: HTMLElement): Promise<void> {
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

/** Puts the button where the page has room for it; a page without is not published as Markdown. */
export function offerPageCopy(): void {
  const place = document.querySelector('.page-copy');
  if (!place) return;
  const [button, told] = [document.createElement('button'), document.createElement('span')];
  button.type = 'button';
  button.className = 'button';
  button.textContent = 'Copy as Markdown';
  told.ariaLive = 'polite';
  button.addEventListener('click', () => void copyPage(told));
  place.append(button, ' ', told);
}
