/** Takes a reader who came by an anchor that has moved on to where it is told now. */
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
