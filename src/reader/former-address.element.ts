/** The page at a former address. Takes the reader to the present one, and to the anchor that the link named. */
class FormerAddress extends HTMLElement {
  connectedCallback(): void {
    const page = this.querySelector('a');
    if (!page) return;
    // Some anchors lead to another page than the rest of this one.
    const elsewhere = [...this.querySelectorAll('li')].find((entry) => `#${entry.id}` === location.hash)?.querySelector('a');
    location.replace(elsewhere ? elsewhere.href : `${page.href}${location.hash}`);
  }
}

customElements.define('former-address', FormerAddress);
