import { searchSymptoms, type Hit } from './pagefind.ts';
import { addressWith, queryFrom } from './query-address.ts';

const most = 20;

/** The results of the query in the address. Everything shown is made as text, never as HTML. */
class SearchResults extends HTMLElement {
  private running = 0;

  connectedCallback(): void {
    const url = new URL(location.href);
    if (url.searchParams.has('q')) history.replaceState(null, '', addressWith(url, queryFrom(url)));
    addEventListener('hashchange', () => void this.run());
    this.addEventListener('keydown', (event) => this.moveFocus(event));
    this.input?.addEventListener('keydown', (event) => {
      if (event.key === 'ArrowDown' && this.links.length && this.caretAtEnd) this.focusLink(event, 0);
    });
    void this.run();
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

  private async run(): Promise<void> {
    const query = queryFrom(new URL(location.href)).trim();
    if (this.input && this.input.value.trim() !== query) this.input.value = query;
    const turn = ++this.running;
    if (!query) return this.show('', []);
    const slow = setTimeout(() => this.show('Loading the index …', []), 200);
    try {
      const hits = await searchSymptoms(this.dataset['index'] ?? '', query, most);
      if (turn === this.running) this.show(countText(hits.length), hits);
    } catch {
      if (turn === this.running)
        this.show(
          'The search index could not be loaded. Check your connection and try again, or look through the list of all symptoms.',
          [],
        );
    } finally {
      clearTimeout(slow);
    }
  }

  private show(status: string, hits: readonly Hit[]): void {
    const message = this.querySelector('[role="status"]');
    const list = this.querySelector('ol');
    if (message) message.textContent = status;
    list?.replaceChildren(...hits.map(resultItem));
    this.classList.toggle('has-results', hits.length > 0);
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

const countText = (count: number) =>
  count === 0
    ? 'No symptom holds all of these words. Try fewer: the part of the message that names the fault, or its code.'
    : `${count} ${count === 1 ? 'symptom' : 'symptoms'}${count === most ? ' or more' : ''}`;

function resultItem(hit: Hit): HTMLLIElement {
  const item = document.createElement('li');
  const link = Object.assign(document.createElement('a'), { href: hit.url, textContent: hit.title, className: 'result-link' });
  const heading = document.createElement('h2');
  heading.append(link);
  item.append(
    heading,
    Object.assign(document.createElement('p'), { textContent: hit.meaning }),
    Object.assign(document.createElement('p'), { textContent: hit.article, className: 'quiet' }),
  );
  return item;
}

customElements.define('search-results', SearchResults);
