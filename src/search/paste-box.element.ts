import { addressWith } from './query-address.ts';

/**
 * The box that takes a paste. Enter searches, Shift+Enter makes a new line. On the results page it says what it holds by a
 * `paste` event; elsewhere it goes there.
 */
class PasteBox extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector('form');
    const input = this.querySelector('textarea');
    if (!form || !input) return;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.submit(form.action, input.value.trim());
    });
    input.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      form.requestSubmit();
    });
  }

  private submit(action: string, query: string): void {
    const target = addressWith(new URL(action), query);
    if (target.pathname !== location.pathname) location.assign(target);
    else if (target.hash !== location.hash) location.hash = target.hash;
    else dispatchEvent(new HashChangeEvent('hashchange')); // the same query again: the reader wants another attempt
  }
}

customElements.define('paste-box', PasteBox);
