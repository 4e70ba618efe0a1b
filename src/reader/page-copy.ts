/** The button that copies the page as Markdown, e.g. for a runbook, a chat or a language model. */
import { button, element } from './element.ts';
import { copyLater } from './tickets/clipboard.ts';
import { markdownUrl, pageMarkdown } from './tickets/page-markdown.ts';

/** Copies the page and says so. If that fails, it offers a link to the Markdown. */
async function copyPage(status: HTMLElement): Promise<void> {
  status.replaceChildren('…');
  const copied = await copyLater(pageMarkdown());
  if (copied) status.replaceChildren('Copied');
  else status.replaceChildren('Could not be copied: ', element('a', { href: markdownUrl() }, ['open it']));
}

/** Adds the button to a page that is published as Markdown too: only such a page has a place for it. */
export function offerPageCopy(): void {
  const status = element('span', { ariaLive: 'polite' });
  document.querySelector('.page-copy')?.append(
    button('Copy as Markdown', () => void copyPage(status)),
    ' ',
    status,
  );
}
