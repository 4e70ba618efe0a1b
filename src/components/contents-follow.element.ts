/** Marks in the table of contents where the reader is, and folds it on narrow screens. */
class ContentsFollow extends HTMLElement {
  private links = new Map<Element, HTMLAnchorElement>();

  connectedCallback(): void {
    const details = this.querySelector('details');
    if (details && matchMedia('(width < 68rem)').matches) details.open = false;
    for (const link of this.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')) {
      const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      if (target) this.links.set(target, link);
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
    this.mark();
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
