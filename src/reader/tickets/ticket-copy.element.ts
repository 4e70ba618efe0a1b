import { element } from '../element.ts';
import type { NoteContent } from './note.ts';

declare global {
  interface HTMLElementTagNameMap {
    'ticket-copy': TicketCopy;
  }
}

/** Only readers who come near a button load the panel and the formats. */
const loadPanel = () => import('./ticket-panel.ts');

/** The button "Copy for the ticket". It opens the page's one panel of formats below itself. */
class TicketCopy extends HTMLElement {
  /** What is copied. Without a note, the panel makes one from the page. */
  note?: NoteContent;

  connectedCallback(): void {
    const label = 'Copy for the ticket';
    // A page has many of these buttons: screen readers announce what each one copies.
    const about = this.closest('section, header, article')?.querySelector('h1, h2, h3')?.textContent.trim() ?? '';
    const button = element('button', { type: 'button', ariaLabel: `${label}: ${about}`, ariaExpanded: 'false' }, [label]);
    // Before the press: some browsers let a page write to the clipboard only while they handle the press itself.
    for (const near of ['pointerenter', 'focusin']) this.addEventListener(near, () => void loadPanel(), { once: true });
    this.replaceChildren(button);
    button.addEventListener(
      'click',
      () => void loadPanel().then(({ togglePanel }) => togglePanel({ place: this, button, note: this.note })),
    );
  }
}

customElements.define('ticket-copy', TicketCopy);
