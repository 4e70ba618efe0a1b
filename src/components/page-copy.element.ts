/** Read when a reader comes near the button: before the press, since some browsers let a page write to the clipboard only while they handle it. */
const load = () => import('./page-copy.ts');

/** The button that copies the page as Markdown. */
class PageCopy extends HTMLElement {
  connectedCallback(): void {
    for (const near of ['pointerenter', 'focusin']) this.addEventListener(near, () => void load(), { once: true });
    this.firstElementChild?.addEventListener(
      'click',
      () => void load().then(({ copyPage }) => copyPage(this.lastElementChild as HTMLElement)),
    );
  }
}

customElements.define('page-copy', PageCopy);
