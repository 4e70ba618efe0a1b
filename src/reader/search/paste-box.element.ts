import { excerptFrom } from './answerer.ts';
import { failureOf, type Failure } from '../../search/failure.ts';
import { maxQueryLength, urlWithQuery } from '../../search/query-url.ts';
import { sizeInWords, sizeOf } from './size-in-words.ts';

declare global {
  interface HTMLElementTagNameMap {
    'paste-box': PasteBox;
  }
}

/**
 * The box that takes a paste or a dropped file. Enter searches, Shift+Enter makes a new line. It puts the query into the fragment of
 * the results page's address; on that page itself the results follow the fragment. In a dialog it leaves the page
 * where it is, and the event `query` tells that there is something to answer.
 *
 * What is too long for an address never gets into the box, which would freeze: the box holds its excerpt.
 */
class PasteBox extends HTMLElement {
  private turn = 0;
  /** What was pasted or dropped, and could not be read yet. */
  private unread: readonly (string | Blob)[] | undefined;

  /** What is asked. */
  get query(): string {
    return this.querySelector('textarea')?.value.trim() ?? '';
  }

  /** The address of the page with the answer. */
  get address(): URL {
    return urlWithQuery(new URL(this.querySelector('form')?.action ?? ''), this.query.slice(0, maxQueryLength));
  }

  /** Loads the search page anew, as the server has it now, with what is in the box. */
  openAnew(): void {
    const { address } = this;
    if (address.pathname !== location.pathname) return location.assign(address);
    history.replaceState(null, '', address);
    location.reload();
  }

  connectedCallback(): void {
    const form = this.querySelector('form');
    const input = this.querySelector('textarea');
    if (!form || !input) return;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      if (this.unread) void this.read(this.unread, form, input);
      else if (this.query.length > maxQueryLength) void this.read([this.query], form, input);
      else this.submit(input);
    });
    input.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      form.requestSubmit();
    });
    input.addEventListener('paste', (event) => {
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (text.length <= maxQueryLength) return;
      event.preventDefault();
      const { value, selectionStart, selectionEnd } = input;
      void this.read([value.slice(0, selectionStart) + text + value.slice(selectionEnd)], form, input);
    });
    input.addEventListener('input', () => (this.unread = undefined));
    addEventListener('online', () => {
      if (this.unread) form.requestSubmit();
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
      void this.read(files, form, input);
    });
  }

  /** Searches for the excerpt of what is long. What is pasted or searched for meanwhile takes its place. */
  private async read(pasted: readonly (string | Blob)[], form: HTMLFormElement, input: HTMLTextAreaElement): Promise<void> {
    const turn = ++this.turn;
    const size = sizeInWords(sizeOf(pasted));
    this.say(`Reading ${size} …`);
    this.unread = undefined;
    const excerpt = await excerptFrom(pasted).catch((error: unknown) => {
      if (turn === this.turn) this.keep(pasted, failureOf(error));
    });
    if (turn !== this.turn || excerpt === undefined) return;
    const isWhole = sizeOf(pasted) <= maxQueryLength;
    this.say(isWhole ? `Read ${size}, here in the page.` : `Of ${size}, the box holds the lines that matter.`);
    input.value = excerpt;
    form.requestSubmit();
  }

  /** What a broken connection kept from being read stays here, and is read when the reader searches again. */
  private keep(pasted: readonly (string | Blob)[], failure: Failure): void {
    if (failure === 'unreadable') return this.say('That could not be read. Paste its text instead.');
    this.unread = pasted;
    this.say(`The search could not be loaded. Your ${sizeInWords(sizeOf(pasted))} are kept here: press “Find the fault” to try again.`);
  }

  private say(text: string): void {
    const note = this.querySelector('[aria-live]');
    if (note) note.textContent = text;
  }

  private submit(input: HTMLTextAreaElement): void {
    this.turn++;
    if (matchMedia('(hover: none)').matches) input.blur(); // the keyboard on the screen makes room for the answer
    this.dispatchEvent(new Event('query'));
    if (this.closest('dialog')) return;
    const target = this.address;
    if (target.pathname !== location.pathname) location.assign(target);
    else if (target.hash !== location.hash) location.hash = target.hash;
    else dispatchEvent(new HashChangeEvent('hashchange')); // the same query again: the reader wants another attempt
  }
}

customElements.define('paste-box', PasteBox);
