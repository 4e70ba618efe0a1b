/** The box that filters the list of symptoms while the reader types. Without it, the browser's own find searches the page. */
import { counted } from '../model/counted.ts';

const parameter = 'filter';

class SymptomFilter extends HTMLElement {
  connectedCallback(): void {
    const { input } = this;
    if (!input) return;
    // Behind "#", which browsers send to no server.
    input.value = new URLSearchParams(location.hash.slice(1)).get(parameter) ?? '';
    input.addEventListener('input', () => {
      this.filter();
      const hash = input.value.trim() ? `#${new URLSearchParams({ [parameter]: input.value.trim() }).toString()}` : '';
      history.replaceState(history.state, '', location.pathname + hash);
    });
    input.addEventListener('keydown', ({ key }) => {
      if (key === 'Enter') document.querySelector<HTMLAnchorElement>('.symptom-list li:not([hidden]) a')?.focus();
    });
    this.filter();
  }

  private get input(): HTMLInputElement | null {
    return this.querySelector('input');
  }

  /** Shows the symptoms that have every word that was typed, in their message or the name of their technology. */
  private filter(): void {
    const words = wordsOf(this.input?.value ?? '');
    let shown = 0;
    for (const section of document.querySelectorAll<HTMLElement>('[data-technology]')) {
      const technology = section.dataset['technology'] ?? '';
      const items = [...section.querySelectorAll<HTMLElement>('.symptom-list li')];
      for (const item of items) item.hidden = !words.every((word) => `${technology} ${item.textContent}`.toLowerCase().includes(word));
      const left = items.filter(({ hidden }) => !hidden).length;
      section.hidden = left === 0;
      shown += left;
    }
    const status = this.querySelector('output');
    if (status) status.textContent = words.length ? counted(shown, 'symptom') : '';
  }
}

const wordsOf = (text: string): string[] => text.toLowerCase().split(/\s+/).filter(Boolean);

customElements.define('symptom-filter', SymptomFilter);
