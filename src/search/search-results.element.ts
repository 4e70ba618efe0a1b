import { answerView } from './answer-view.ts';
import { answerTo, openIndex } from './answerer.ts';
import { addressWith, queryFrom } from './query-address.ts';
import { toReport, type AnswerReport } from './report.ts';
import type { ToldAnswer } from './told-answer.ts';

declare global {
  interface HTMLElementTagNameMap {
    'search-results': SearchResults;
  }
}

/** How long nothing is said of the loading. */
const patience = 200;

const failed = 'The search index could not be loaded. Check your connection and try again, or look through the list of all symptoms.';

/** The answer to a query: to the one in the page's address, or to what it is asked. Everything shown is made as text, never as HTML. */
class SearchResults extends HTMLElement {
  private turn = 0;
  private slow: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    this.addEventListener('keydown', (event) => this.moveFocus(event));
    this.input?.addEventListener('keydown', (event) => {
      if (event.key === 'ArrowDown' && this.links.length && this.caretAtEnd) this.focusLink(event, 0);
    });
    if (this.hasAttribute('data-follows-address')) this.followAddress();
  }

  /** Answers the query in the page's address, now and whenever it changes. */
  private followAddress(): void {
    const url = new URL(location.href);
    if (url.searchParams.has('q')) history.replaceState(null, '', addressWith(url, queryFrom(url)));
    const follow = () => {
      const query = queryFrom(new URL(location.href)).trim();
      if (this.input && this.input.value.trim() !== query) this.input.value = query;
      void this.answer(query);
    };
    addEventListener('hashchange', follow);
    follow();
  }

  private get input(): HTMLTextAreaElement | null {
    return document.querySelector('paste-box textarea');
  }

  private get caretAtEnd(): boolean {
    return this.input?.selectionEnd === this.input?.value.length;
  }

  private get links(): HTMLAnchorElement[] {
    return [...this.querySelectorAll<HTMLAnchorElement>('.result-link')];
  }

  private get folder(): string {
    return new URL(this.dataset['index'] ?? '', location.href).href;
  }

  /** Loads the index ahead of the first question. */
  openIndex(): Promise<void> {
    return openIndex(this.folder);
  }

  /** The answer to a paste as plain data, without showing it: what programs that drive the page ask. */
  async report(text: string): Promise<AnswerReport> {
    return toReport(await answerTo(text, this.folder));
  }

  /** Shows the answer to a query; an empty one clears what is shown. */
  async answer(query: string): Promise<void> {
    const turn = ++this.turn;
    clearTimeout(this.slow);
    if (!query) return this.show('');
    this.markBusy(true);
    this.slow = setTimeout(() => {
      this.show('Loading the index …');
      this.markBusy(true);
    }, patience);
    const answer = await answerTo(query, this.folder).catch(() => undefined);
    if (turn !== this.turn) return; // a newer paste has overtaken this one
    clearTimeout(this.slow);
    if (answer) this.show(summary(answer), answerView(answer, this.dataset['repository'] ?? ''));
    else this.show(failed);
  }

  private show(status: string, view: readonly Node[] = []): void {
    const message = this.querySelector('[role="status"]');
    if (message) message.textContent = status;
    this.querySelector('.answer')?.replaceChildren(...view);
    this.markBusy(false);
  }

  /** While busy, what is shown answers an older paste. */
  private markBusy(busy: boolean): void {
    this.querySelector('.answer')?.setAttribute('aria-busy', String(busy));
  }

  private moveFocus(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const at = this.links.indexOf(document.activeElement as HTMLAnchorElement);
    if (!step || at === -1) return;
    if (at + step < 0) {
      event.preventDefault();
      this.input?.focus();
    } else this.focusLink(event, at + step);
  }

  private focusLink(event: KeyboardEvent, index: number): void {
    event.preventDefault();
    this.links[index]?.focus();
  }
}

/** The verdict in one sentence, which screen readers announce. */
function summary({ verdict, findings }: ToldAnswer): string {
  const [best] = findings;
  const more = findings.length - 1;
  switch (verdict) {
    case 'match':
      return `Match: ${best?.fault.title ?? ''}${more > 0 ? `, and ${more} more below` : ''}.`;
    case 'related':
      return `No wording matches for certain. ${findings.length === 1 ? 'One symptom is' : `${findings.length} symptoms are`} related.`;
    case 'none':
      return 'No match: no symptom holds these words. Try fewer: the part of the message that names the fault, or its code.';
  }
}

customElements.define('search-results', SearchResults);
