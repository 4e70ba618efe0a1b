import { answerView } from './answer-view.ts';
import { answerTo, openIndex } from './answerer.ts';
import { failureInWords, waysOn } from './failure-view.ts';
import { queryFrom, urlWithQuery } from '../../search/query-url.ts';
import { toReport, type AnswerReport } from '../../search/answer-report.ts';
import { inOneSentence } from '../../search/verdict.ts';

declare global {
  interface HTMLElementTagNameMap {
    'search-results': SearchResults;
  }
}

/** What is said of the loading, and after how many milliseconds. */
const loading = [
  { after: 200, words: 'Loading the index …' },
  { after: 5000, words: 'Loading the index … The connection is slow.' },
];

/** The answer to a query: to the one in the page's address, or to what it is asked. Everything shown is made as text, never as HTML. */
class SearchResults extends HTMLElement {
  private turn = 0;
  private slow: ReturnType<typeof setTimeout>[] = [];
  /** Asks once more what could not be answered. */
  private again: (() => void) | undefined;

  connectedCallback(): void {
    this.addEventListener('keydown', (event) => this.moveFocus(event));
    this.input?.addEventListener('keydown', (event) => {
      if (event.key === 'ArrowDown' && this.links.length && this.caretAtEnd) this.focusLink(event, 0);
    });
    // A train has left its tunnel.
    addEventListener('online', () => this.again?.());
    if (this.hasAttribute('data-follows-address')) this.followAddress();
  }

  /** Answers the query in the page's address, now and whenever it changes. */
  private followAddress(): void {
    const url = new URL(location.href);
    if (url.searchParams.has('q')) history.replaceState(null, '', urlWithQuery(url, queryFrom(url)));
    const follow = () => {
      const query = queryFrom(new URL(location.href)).trim();
      if (this.input && this.input.value.trim() !== query) this.input.value = query;
      void this.answer(query);
    };
    addEventListener('hashchange', follow);
    // What was typed while this was still loading stays.
    if (url.hash || url.search || !this.input?.value) follow();
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
    this.endWaiting();
    if (!query) return this.show('');
    this.markBusy(true);
    this.slow = loading.map(({ after, words }) =>
      setTimeout(() => {
        this.show(words);
        this.markBusy(true);
      }, after),
    );
    const told = await answerTo(query, this.folder)
      .then((answer) => [inOneSentence(answer), answerView(answer, this.dataset['repository'] ?? '')] as const)
      .catch(() => undefined);
    if (turn !== this.turn) return; // a newer paste has overtaken this one
    this.endWaiting();
    if (told) this.show(...told);
    else this.showFailure(query);
  }

  /** What is in the box stays there. */
  private showFailure(query: string): void {
    this.again = () => {
      if (this.contains(document.activeElement)) this.message?.focus(); // the button goes
      void this.answer(query);
    };
    const anew = () => document.querySelector('paste-box')?.openAnew();
    this.show(failureInWords, [waysOn(this.dataset['symptoms'] ?? '', { 'Try again': this.again, 'Open the search anew': anew })]);
  }

  private get message(): HTMLElement | null {
    return this.querySelector('[role="status"]');
  }

  private endWaiting(): void {
    for (const timer of this.slow) clearTimeout(timer);
    this.again = undefined;
  }

  private show(status: string, view: readonly Node[] = []): void {
    if (this.message) this.message.textContent = status;
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

customElements.define('search-results', SearchResults);
