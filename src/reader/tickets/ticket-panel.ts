/** The one panel of a page that offers the formats, below the button that was pressed. */
import { button } from '../button.ts';
import { copy, copyLater } from './clipboard.ts';
import { cutSection } from './cut-section.ts';
import { ticketFormats, type TicketFormat, type TicketFormatName } from './formats/index.ts';
import { noteOnPage } from './note-on-page.ts';
import { pageMarkdown } from './page-markdown.ts';
import { rememberedFormat, rememberFormat } from './remembered-format.ts';
import type { TicketCopy } from './ticket-copy.element.ts';

interface Panel {
  element: HTMLElement;
  message: HTMLElement;
  /** Holds what the browser would not copy, to be copied by hand. */
  byHand: HTMLTextAreaElement;
  /** Copies the section itself, where there is one around the control. */
  whole: HTMLButtonElement;
}

let panel: Panel | undefined;
let opened: { control: TicketCopy; button: HTMLButtonElement } | undefined;

/**
 * Opens the panel below a button, or closes it when it is open there. A reader who has chosen a format before gets it
 * copied at once.
 *
 * @param control the element of the button
 * @param button the button
 */
export function togglePanel(control: TicketCopy, button: HTMLButtonElement): void {
  const wasHere = opened?.control === control;
  close();
  if (wasHere) return;
  panel ??= makePanel();
  panel.byHand.hidden = true;
  panel.whole.hidden = !control.closest('section');
  panel.message.textContent = 'Copy as';
  control.after(panel.element);
  button.ariaExpanded = 'true';
  opened = { control, button };
  const format = rememberedFormat();
  if (format) void copyAs(format);
}

function onKey({ key }: KeyboardEvent): void {
  if (key !== 'Escape' || !opened) return;
  if (panel?.element.contains(document.activeElement)) opened.button.focus();
  close();
}

function close(): void {
  panel?.element.remove();
  if (opened) opened.button.ariaExpanded = 'false';
  opened = undefined;
}

async function copyAs(name: TicketFormatName): Promise<void> {
  if (!panel || !opened) return;
  const { label, plain, rich }: TicketFormat = ticketFormats[name];
  const time = `${new Date().toISOString().slice(0, 19)}Z`;
  const { control } = opened;
  const note = control.note ? { ...control.note, time } : noteOnPage(control, time);
  const copied = await copy(plain(note), rich?.(note));
  panel.byHand.hidden = copied;
  panel.message.textContent = copied ? `Copied as ${label}. Other formats:` : 'The browser refused the clipboard. Copy this by hand:';
  rememberFormat(name);
  if (copied) return;
  panel.byHand.value = plain(note);
  panel.byHand.rows = panel.byHand.value.split('\n').length + 1;
  panel.byHand.focus();
  panel.byHand.select();
}

/** The whole section as the site publishes it: not a note on it, but what it tells. */
async function copySection(): Promise<void> {
  if (!panel || !opened) return;
  const title = opened.control.closest('section')?.querySelector('h3')?.textContent.trim() ?? '';
  const section = async () => {
    const found = cutSection(await pageMarkdown(), title);
    if (!found) throw new Error(`The page as Markdown has no section "${title}".`);
    return found;
  };
  const copied = await copyLater(section());
  panel.message.textContent = copied
    ? 'Copied the whole section as Markdown. Other formats:'
    : 'The section could not be copied. Other formats:';
  panel.byHand.hidden = true;
}

function makePanel(): Panel {
  const element = document.createElement('div');
  element.className = 'ticket-panel';
  element.role = 'group';
  element.ariaLabel = 'Copy for the ticket';
  const message = document.createElement('p');
  message.ariaLive = 'polite';
  const byHand = document.createElement('textarea');
  byHand.readOnly = true;
  byHand.ariaLabel = 'Text for the ticket';
  const formats = document.createElement('div');
  formats.className = 'jumps';
  const whole = button('Whole section', () => void copySection());
  formats.append(
    ...Object.entries(ticketFormats).map(([name, { label }]) => button(label, () => void copyAs(name as TicketFormatName))),
    whole,
  );
  element.append(message, byHand, formats);
  document.addEventListener('keydown', onKey);
  return { element, message, byHand, whole };
}
