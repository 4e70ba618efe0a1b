/** The list of sections that moved to another page. Takes a reader who came by the anchor of one of them to where it is now. */
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
