/** The page at a former address. Takes the reader to the present one, and to the anchor that the link named. */
class FormerAddress extends HTMLElement {
  connectedCallback(): void {
    const page = this.querySelector('a');
    if (!page) return;
    /** The anchor went to a page of its own. */
    const elsewhere = [...this.querySelectorAll('li')].find((entry) => `#${entry.id}` === location.hash)?.querySelector('a');
    location.replace(elsewhere ? elsewhere.href : `${page.href}${location.hash}`);
  }
}

customElements.define('former-address', FormerAddress);
