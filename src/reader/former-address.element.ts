/** Takes a reader from the former address of a page to the present one, with the anchor that the link names. */
class FormerAddress extends HTMLElement {
  connectedCallback(): void {
    const page = this.querySelector('a');
    if (!page) return;
    const elsewhere = [...this.querySelectorAll('li')].find((entry) => `#${entry.id}` === location.hash)?.querySelector('a');
    location.replace(elsewhere ? elsewhere.href : `${page.href}${location.hash}`);
  }
}

customElements.define('former-address', FormerAddress);
