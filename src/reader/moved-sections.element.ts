/** The list of sections that moved to another page. If the URL has the anchor of one of them, it redirects there. */
class MovedSections extends HTMLElement {
  connectedCallback(): void {
    addEventListener('hashchange', this.follow);
    this.follow();
  }

  disconnectedCallback(): void {
    removeEventListener('hashchange', this.follow);
  }

  private follow = (): void => {
    for (const entry of this.querySelectorAll('li'))
      if (`#${entry.id}` === location.hash) location.replace(entry.querySelector('a')?.href ?? '');
  };
}

customElements.define('moved-sections', MovedSections);
