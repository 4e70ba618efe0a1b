/** Lists in the table of contents what is in each part, and marks where the reader is. */
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
    // It is told once the browser has laid the page out; measuring now would lay the whole page out twice.
    new IntersectionObserver((_seen, observer) => {
      observer.disconnect();
      this.mark();
    }).observe(this);
  }

  /** Below a part, the sections and headings that follow its own, up to the next part's. */
  private listSections(part: HTMLAnchorElement, heading: Element): void {
    const list = document.createElement('ol');
    for (let next = heading.nextElementSibling; next && next.tagName !== 'H2'; next = next.nextElementSibling) {
      const title = next.matches('h3') ? next : next.querySelector(':scope > h3');
      if (!next.id || !title) continue;
      const link = document.createElement('a');
      link.href = `#${next.id}`;
      link.textContent = title.textContent.trim();
      this.links.set(next, link);
      const entry = document.createElement('li');
      entry.append(link);
      list.append(entry);
    }
    if (list.firstChild) part.after(list);
  }

  /** The reader is in the last section whose head has passed the upper third of the window. */
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

  /** Scrolls the list, never the page, so far that the marked entry shows. */
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
