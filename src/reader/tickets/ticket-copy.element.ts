import type { TicketNote } from './note.ts';

declare global {
  interface HTMLElementTagNameMap {
    'ticket-copy': TicketCopy;
  }
}

/** The panel and the formats are read when a reader comes near a button, so that nobody else waits for them. */
const loadPanel = () => import('./ticket-panel.ts');

/** The button "Copy for the ticket". It opens the page's one panel of formats below itself. */
export class TicketCopy extends HTMLElement {
  /** What is copied, save the time; without it the note is read from the page. */
  note?: Omit<TicketNote, 'time'>;

  connectedCallback(): void {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = 'Copy for the ticket';
    // A page has many of these: to those who hear it, each says of what.
    const about = this.closest('section, header, article')?.querySelector('h1, h2, h3')?.textContent.trim() ?? '';
    button.ariaLabel = `${button.textContent}: ${about}`;
    button.ariaExpanded = 'false';
    // Before the press: some browsers let a page write to the clipboard only while they handle the press itself.
    for (const near of ['pointerenter', 'focusin']) this.addEventListener(near, () => void loadPanel(), { once: true });
    this.replaceChildren(button);
    button.addEventListener('click', () => void loadPanel().then(({ togglePanel }) => togglePanel(this, button)));
  }
}

customElements.define('ticket-copy', TicketCopy);
