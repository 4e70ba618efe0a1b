/** Offers to open a diagram in full size. */
import { button } from './button.ts';

/** Read when a reader comes near the button, so that nobody else waits for it. */
const loadDialog = () => import('./diagram-dialog.ts');

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
