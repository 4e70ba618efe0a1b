import { element } from './element.ts';

/** The table of contents. Adds the sections of each part to it, and marks the section that the reader is in. */
class ContentsFollow extends HTMLElement {
  private links = new Map<Element, HTMLAnchorElement>();

  connectedCallback(): void {
    for (const part of this.querySelectorAll('a')) {
      const heading = document.getElementById(part.hash.slice(1));
      if (!heading) continue;
      this.links.set(heading, part);
      this.listSections(part, heading);
    }
    let waiting = false;
    const follow = () => {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(() => {
        waiting = false;
        this.mark();
      });
    };
    addEventListener('scroll', follow, { passive: true });
    addEventListener('resize', follow, { passive: true });
    // The first mark waits until the browser has laid out the page: measuring now would force a second layout.
    new IntersectionObserver((_seen, observer) => {
      observer.disconnect();
      this.mark();
    }).observe(this);
  }

  /** Lists the sections and headings of a part below its link: those between the heading of this part and that of the next. */
  private listSections(part: HTMLAnchorElement, heading: Element): void {
    const list = element('ol');
    for (let next = heading.nextElementSibling; next && next.tagName !== 'H2'; next = next.nextElementSibling) {
      const title = next.matches('h3') ? next : next.querySelector(':scope > h3');
      if (!next.id || !title) continue;
      const link = element('a', { href: `#${next.id}` }, [title.textContent.trim()]);
      this.links.set(next, link);
      list.append(element('li', {}, [link]));
    }
    if (list.firstChild) part.after(list);
  }

  /** Marks the section that the reader is in: the last one whose heading is in the upper third of the window, or above it. */
  private mark(): void {
    const line = innerHeight / 3;
    let current: HTMLAnchorElement | undefined;
    for (const [target, link] of this.links) if (target.getBoundingClientRect().top <= line) current = link;
    for (const link of this.links.values()) {
      if (link === current) link.setAttribute('aria-current', 'location');
      else link.removeAttribute('aria-current');
    }
    if (current) this.reveal(current);
  }

  /** Scrolls the list, never the page, until the marked entry shows. */
  private reveal(link: HTMLAnchorElement): void {
    const list = this.querySelector('.contents');
    if (!list || list.scrollHeight <= list.clientHeight) return;
    const box = list.getBoundingClientRect();
    const { top, bottom } = link.getBoundingClientRect();
    if (top < box.top) list.scrollTop -= box.top - top;
    else if (bottom > box.bottom) list.scrollTop += bottom - box.bottom;
  }
}

customElements.define('contents-follow', ContentsFollow);
