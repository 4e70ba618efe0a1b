import { element } from '../element.ts';
import { cacheNames, keptCopy } from './kept-copy.ts';

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** The list of pages that open without a network. */
class KeptPages extends HTMLElement {
  connectedCallback(): void {
    const show = () => void this.show();
    show();
    document.addEventListener('change', show);
    this.querySelector('button')?.addEventListener('click', () => void caches.delete(cacheNames.pages).then(show));
  }

  private async show(): Promise<void> {
    const visited = 'caches' in globalThis ? await visitedPages() : [];
    const links = visited.map(({ address, title }) => element('li', {}, [element('a', { href: address }, [title])]));
    this.querySelector('ul')?.replaceChildren(...links);
    const isWhole = 'caches' in globalThis && (await keptCopy()) !== undefined;
    for (const part of this.querySelectorAll<HTMLElement>('[data-when]'))
      part.hidden = part.dataset['when'] !== (isWhole ? 'whole' : links.length ? 'visited' : 'none');
  }
}

/** Returns the visited pages, sorted by title. */
async function visitedPages(): Promise<{ address: string; title: string }[]> {
  const cache = await caches.open(cacheNames.pages);
  const pages = (await cache.keys()).map(async ({ url }) => {
    const html = (await (await cache.match(url))?.text()) ?? '';
    const [, title = ''] = /<title>([^<]*)/.exec(html) ?? [];
    return { address: new URL(url).pathname, title: plain(title).replace(/ · [^·]*$/, '') };
  });
  return (await Promise.all(pages)).toSorted((a, b) => a.title.localeCompare(b.title));
}

/** Decodes the entities of a title. The result is shown as text, never as HTML. */
const plain = (html: string): string => html.replace(/&(#?\w+);/g, (reference, name: string) => named[name] ?? reference);

customElements.define('kept-pages', KeptPages);
