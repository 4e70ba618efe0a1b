import { button } from './element.ts';

/** Only readers who come near the button load the dialog. */
const loadDialog = () => import('./diagram-dialog.ts');

/** A diagram with a button that opens it in full size. */
class DiagramZoom extends HTMLElement {
  connectedCallback(): void {
    const svg = this.querySelector('svg');
    if (!svg) return;
    const caption = this.querySelector('figcaption');
    const title = caption?.textContent ?? 'Diagram';
    const open = button('Full size', () => void loadDialog().then(({ showDialog }) => showDialog(svg, title, open)));
    for (const near of ['pointerenter', 'focusin']) open.addEventListener(near, () => void loadDialog(), { once: true });
    caption?.append(open);
  }
}

customElements.define('diagram-zoom', DiagramZoom);
