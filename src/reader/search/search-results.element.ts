import './paste-box.element.ts'; // defines the box, from which the queries come
import { answerTo, openIndex } from './answerer.ts';
import { failureInWords, reportDefect, waysOn } from './failure-view.ts';
import { failureOf, type Failure } from '../../search/failure.ts';
import { urlWithQuery, queryFrom } from '../../search/query-url.ts';
import { toReport, type AnswerReport } from '../../search/answer-report.ts';
import type { ShownAnswer } from '../../search/shown-answer.ts';
import { loaded } from '../../search/index/timeout.ts';

declare global {
  interface HTMLElementTagNameMap {
    'search-results': SearchResults;
  }
}

/** What the page says while the index loads, and after how many milliseconds. */
const loading = [
  { after: 200, words: 'Loading the index …' },
  { after: 5000, words: 'Loading the index … The connection is slow.' },
];

/** Shows the answer to a query: to the one in the page's address, or to what `answer` is called with. Everything is shown as text, never as HTML. */
class SearchResults extends HTMLElement {
  /** Counts the queries: the answer to an earlier one is dropped. */
  private turn = 0;
  private slow: ReturnType<typeof setTimeout>[] = [];
  /** False once the code that shows an answer could not be loaded. */
  private hasView = true;
  /** Repeats a query that failed. */
  private again: (() => void) | undefined;

  connectedCallback(): void {
    this.addEventListener('keydown', (event) => this.moveFocus(event));
    this.input?.addEventListener('keydown', (event) => {
      if (event.key === 'ArrowDown' && this.links.length && this.caretAtEnd) this.focusLink(event, 0);
    });
    // The connection is back.
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
    // Text that was typed while this code was loading stays.
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

  /** Loads what the first answer needs, while the reader is still pasting. If that fails, the answer says so. */
  async prepare(): Promise<void> {
    await Promise.allSettled([openIndex(this.folder), this.loadView()]);
  }

  /** Returns the answer to a paste as plain data, and shows nothing. For programs that drive the page. */
  async report(text: string): Promise<AnswerReport> {
    return toReport(await answerTo(text, this.folder));
  }

  /** Shows the answer to a query. An empty query clears the page. */
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
    let show: () => void;
    try {
      const [{ answerView, inOneSentence }, answer] = await Promise.all([this.loadView(), answerTo(query, this.folder)]);
      const view = answerView(answer, siteReportPattern);
      show = () => {
        this.show(inOneSentence(answer), view);
        document.querySelector('paste-box')?.shrinkTo(matchedWords(answer));
      };
    } catch (error) {
      reportDefect(error);
      show = () => this.showFailure(query, failureOf(error));
    }
    if (turn !== this.turn) return; // there is a newer query by now
    this.endWaiting();
    show();
  }

  /** Loads the code that shows an answer, with the first question: the worker and its index take longer. */
  private loadView() {
    return loaded(import('./answer-view.ts'), 'answer-view').catch((error: unknown) => {
      this.hasView = false;
      throw error;
    });
  }

  /** Says what went wrong and how to go on. The text in the box stays. */
  private showFailure(query: string, failure: Failure): void {
    const anew = () => document.querySelector('paste-box')?.openAnew();
    const again = () => {
      if (!this.hasView) return anew(); // browsers do not retry code that failed to load; only a new page loads it
      if (this.contains(document.activeElement)) this.message?.focus(); // the pressed button is removed
      void this.answer(query);
    };
    // Retrying does not remove a bug, but a reloaded page may have the fix.
    const isDefect = failure === 'defect';
    if (!isDefect) this.again = again;
    const ways = { ...(!isDefect && { 'Try again': again }), 'Reload the search': anew };
    this.show(failureInWords[failure], [waysOn(this.dataset['symptoms'] ?? '', ways)]);
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

  /** While the answer is busy, the page still shows the answer to an earlier query. */
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

/** Returns the longest stretch of the paste that was recognised; undefined when none was. */
function matchedWords({ proof }: ShownAnswer): string | undefined {
  const matched = proof.flatMap((line) => ('pieces' in line ? line.pieces.filter(({ kind }) => kind === 'matched') : []));
  return matched.toSorted((a, b) => b.text.length - a.text.length)[0]?.text;
}

customElements.define('search-results', SearchResults);
