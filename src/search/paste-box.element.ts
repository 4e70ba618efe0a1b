import { linesThatMatter, tellsOfTrouble } from './paste/lines.ts';
import { addressWith } from './query-address.ts';

declare global {
  interface HTMLElementTagNameMap {
    'paste-box': PasteBox;
  }
}

/** So much of a dropped file is read. */
const mostBytes = 5_000_000;

/**
 * The box that takes a paste or a dropped file. Enter searches, Shift+Enter makes a new line. It puts the query into the fragment of
 * the results page's address; on that page itself the results follow the fragment. In a dialog it leaves the page
 * where it is, and the event `query` tells that there is something to answer.
 */
class PasteBox extends HTMLElement {
  /** What is asked. */
  get query(): string {
    return this.querySelector('textarea')?.value.trim() ?? '';
  }

  /** The address of the page with the answer. */
  get address(): URL {
    return addressWith(new URL(this.querySelector('form')?.action ?? ''), shortEnough(this.query));
  }

  connectedCallback(): void {
    const form = this.querySelector('form');
    const input = this.querySelector('textarea');
    if (!form || !input) return;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.submit(input);
    });
    input.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      form.requestSubmit();
    });
    this.takeFiles(form, input);
  }

  /** Files that are dropped are read as text, here in the page. */
  private takeFiles(form: HTMLFormElement, input: HTMLTextAreaElement): void {
    // A file that is let go of beside the box would replace the page: a dialog takes it anywhere.
    const place: HTMLElement = this.closest('dialog') ?? form;
    place.addEventListener('dragover', (event) => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
    });
    place.addEventListener('drop', (event) => {
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      void Promise.all(files.map((file) => file.slice(0, mostBytes).text())).then((texts) => {
        input.value = texts.join('\n');
        form.requestSubmit();
      });
    });
  }

  private submit(input: HTMLTextAreaElement): void {
    if (matchMedia('(hover: none)').matches) input.blur(); // the keyboard on the screen makes room for the answer
    this.dispatchEvent(new Event('query'));
    if (this.closest('dialog')) return;
    const target = this.address;
    if (target.pathname !== location.pathname) location.assign(target);
    else if (target.hash !== location.hash) location.hash = target.hash;
    else dispatchEvent(new HashChangeEvent('hashchange')); // the same query again: the reader wants another attempt
  }
}

/** Browsers refuse very long addresses. The search reads no more than the lines that matter, so nothing is lost for the answer. */
const longest = 30_000;

function shortEnough(query: string): string {
  if (query.length <= longest) return query;
  const lines = linesThatMatter(query).map(({ text }) => text);
  const telling = [...lines.filter(tellsOfTrouble), ...lines.filter((line) => !tellsOfTrouble(line))];
  return telling.join('\n').slice(0, longest);
}

customElements.define('paste-box', PasteBox);
