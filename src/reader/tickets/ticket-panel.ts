/** The one panel of a page that offers the ticket formats, below the button that was pressed. */
import { button, element } from '../element.ts';
import { copy, copyLater } from './clipboard.ts';
import { cutSection } from './cut-section.ts';
import { ticketFormats, type TicketFormat, type TicketFormatName } from './formats/index.ts';
import type { NoteContent, TicketNote } from './note.ts';
import { noteOnPage } from './note-on-page.ts';
import { pageMarkdown } from './page-markdown.ts';
import { rememberedFormat, rememberFormat } from './remembered-format.ts';

/** What opens the panel. */
interface Opener {
  /** The element around the button; the panel opens below it. */
  place: HTMLElement;
  button: HTMLButtonElement;
  /** What is copied. Without a note, it is read from the page around the place. */
  note: NoteContent | undefined;
}

interface Panel {
  root: HTMLElement;
  message: HTMLElement;
  /** The text to copy by hand, when the browser refuses the clipboard. */
  byHand: HTMLTextAreaElement;
  /** Copies the section around the button; hidden where there is none. */
  whole: HTMLButtonElement;
}

let panel: Panel | undefined;
let openedBy: Opener | undefined;

/**
 * Opens the panel below a button, or closes it if it is open there. The format that the reader chose last is copied at once.
 *
 * @param opener the button, where it is, and what it copies
 */
export function togglePanel(opener: Opener): void {
  const wasHere = openedBy?.place === opener.place;
  close();
  if (wasHere) return;
  panel ??= makePanel();
  panel.byHand.hidden = true;
  panel.whole.hidden = !opener.place.closest('section');
  panel.message.textContent = 'Copy as';
  opener.place.after(panel.root);
  opener.button.ariaExpanded = 'true';
  openedBy = opener;
  const format = rememberedFormat();
  if (format) void copyAs(format);
}

function onKey({ key }: KeyboardEvent): void {
  if (key !== 'Escape' || !openedBy) return;
  if (panel?.root.contains(document.activeElement)) openedBy.button.focus();
  close();
}

function close(): void {
  panel?.root.remove();
  if (openedBy) openedBy.button.ariaExpanded = 'false';
  openedBy = undefined;
}

async function copyAs(name: TicketFormatName): Promise<void> {
  if (!panel || !openedBy) return;
  rememberFormat(name); // before anything is waited for: readers leave a page as soon as they have pressed
  const { label, plain, rich }: TicketFormat = ticketFormats[name];
  const time = `${new Date().toISOString().slice(0, 19)}Z`;
  const note: TicketNote = { ...(openedBy.note ?? noteOnPage(openedBy.place)), stamp: siteTicketStamp, time };
  const copied = await copy(plain(note), rich?.(note));
  panel.byHand.hidden = copied;
  panel.message.textContent = copied ? `Copied as ${label}. Other formats:` : 'The browser refused the clipboard. Copy this by hand:';
  if (copied) return;
  panel.byHand.value = plain(note);
  panel.byHand.rows = panel.byHand.value.split('\n').length + 1;
  panel.byHand.focus();
  panel.byHand.select();
}

/** Copies the whole section as the site publishes it in Markdown, instead of a note about it. */
async function copySection(): Promise<void> {
  if (!panel || !openedBy) return;
  const title = openedBy.place.closest('section')?.querySelector('h3')?.textContent.trim() ?? '';
  const section = async () => {
    const found = cutSection(await pageMarkdown(), title);
    if (found) return found;
    const bug = new Error(`The page as Markdown has no section "${title}".`);
    reportError(bug);
    throw bug;
  };
  const copied = await copyLater(section());
  panel.message.textContent = copied
    ? 'Copied the whole section as Markdown. Other formats:'
    : 'The section could not be copied. Other formats:';
  panel.byHand.hidden = true;
}

function makePanel(): Panel {
  const message = element('p', { ariaLive: 'polite' });
  const byHand = element('textarea', { readOnly: true, ariaLabel: 'Text for the ticket' });
  const whole = button('Whole section', () => void copySection());
  const formats = Object.entries(ticketFormats).map(([name, { label }]) => button(label, () => void copyAs(name as TicketFormatName)));
  const root = element('div', { className: 'ticket-panel', role: 'group', ariaLabel: 'Copy for the ticket' }, [
    message,
    byHand,
    element('div', { className: 'jumps' }, [...formats, whole]),
  ]);
  document.addEventListener('keydown', onKey);
  return { root, message, byHand, whole };
}
