import { excerptFrom } from './answerer.ts';
import { failureOf } from '../../search/failure.ts';
import { urlWithQuery, maxQueryLength } from '../../search/query-url.ts';
import { failureInWords, reportDefect } from './failure-view.ts';
import { sizeInWords, sizeOf } from './size-in-words.ts';

declare global {
  interface HTMLElementTagNameMap {
    'paste-box': PasteBox;
  }
}

/**
 * The box that takes a paste or a dropped file. Enter searches, Shift+Enter starts a new line.
 *
 * A search opens the search page with the query in the URL's fragment; on that page itself, the results follow the fragment. In a dialog the
 * page stays, and the dialog listens to the event `query`.
 *
 * A paste that is too long for a URL would freeze the box, so the box gets an excerpt of it.
 */
class PasteBox extends HTMLElement {
  /** Counts the pastes: an earlier one that is still being read is dropped. */
  private turn = 0;
  /** What was pasted or dropped and could not be read yet. */
  private unread: readonly (string | Blob)[] | undefined;

  /** The text in the box. */
  get query(): string {
    return this.querySelector('textarea')?.value.trim() ?? '';
  }

  /** The URL of the search page with the text in the box. */
  get address(): URL {
    return urlWithQuery(new URL(this.querySelector('form')?.action ?? ''), this.query.slice(0, maxQueryLength));
  }

  /** Loads the search page from the server, with the text in the box. */
  openAnew(): void {
    const { address } = this;
    if (address.pathname !== location.pathname) return location.assign(address);
    history.replaceState(null, '', address);
    location.reload();
  }

  /**
   * Makes the box one line high until the reader edits, so that the answer has the room.
   *
   * @param words words of the line that stays in sight; without them, it is the first line
   */
  shrinkTo(words = ''): void {
    const input = this.querySelector('textarea');
    if (!input?.value.trim()) return;
    this.toggleAttribute('answered', true);
    // A line is one line then: it does not wrap.
    const before = input.value.slice(0, Math.max(0, input.value.indexOf(words))).split('\n').length - 1;
    input.scrollTop = before * parseFloat(getComputedStyle(input).lineHeight);
  }

  /** Gives the box its height back. */
  private grow(): void {
    this.removeAttribute('answered');
    delete document.documentElement.dataset['asked'];
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
    input.addEventListener('input', () => {
      this.unread = undefined;
      this.grow();
    });
    // A page that focuses the box itself has no answer yet.
    for (const type of ['pointerdown', 'focus']) input.addEventListener(type, () => this.hasAttribute('answered') && this.grow());
    this.querySelector('[data-edit]')?.addEventListener('click', () => input.focus());
    addEventListener('online', () => {
      if (this.unread) form.requestSubmit();
    });
    this.takeFiles(form, input);
  }

  /** Reads dropped files as text, here in the page. */
  private takeFiles(form: HTMLFormElement, input: HTMLTextAreaElement): void {
    // A file that is dropped beside the box would replace the page, so a dialog accepts files everywhere.
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

  /** Searches for an excerpt of a long paste, unless the reader pastes or searches again meanwhile. */
  private async read(pasted: readonly (string | Blob)[], form: HTMLFormElement, input: HTMLTextAreaElement): Promise<void> {
    const turn = ++this.turn;
    const size = sizeInWords(sizeOf(pasted));
    this.say(`Reading ${size} …`);
    this.unread = undefined;
    const excerpt = await excerptFrom(pasted).catch((error: unknown) => {
      if (turn === this.turn) this.sayWhy(error, pasted);
    });
    if (turn !== this.turn || excerpt === undefined) return;
    const isWhole = sizeOf(pasted) <= maxQueryLength;
    this.say(isWhole ? `Read ${size}, here in the page.` : `Read ${size}. The box shows the most important lines.`);
    input.value = excerpt;
    form.requestSubmit();
  }

  /** Says why a paste could not be read. After a broken connection it is kept, and read when the reader searches again. */
  private sayWhy(error: unknown, pasted: readonly (string | Blob)[]): void {
    reportDefect(error);
    const failure = failureOf(error);
    if (failure === 'unreadable' || failure === 'defect') return this.say(failureInWords[failure]);
    this.unread = pasted;
    this.say(`The search could not be loaded. Your ${sizeInWords(sizeOf(pasted))} are kept here: press “Find the fault” to try again.`);
  }

  private say(text: string): void {
    const note = this.querySelector('[aria-live]');
    if (note) note.textContent = text;
    this.toggleAttribute('said', true);
  }

  private submit(input: HTMLTextAreaElement): void {
    this.turn++;
    if (matchMedia('(hover: none)').matches) input.blur(); // closes the keyboard on the screen, which would cover the answer
    this.dispatchEvent(new Event('query'));
    if (this.closest('dialog')) return;
    const target = this.address;
    if (target.pathname !== location.pathname) location.assign(target);
    else if (target.hash !== location.hash) location.hash = target.hash;
    else dispatchEvent(new HashChangeEvent('hashchange')); // the same query again: the reader wants to retry
  }
}

customElements.define('paste-box', PasteBox);
