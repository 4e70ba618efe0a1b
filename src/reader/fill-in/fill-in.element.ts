import { element } from '../element.ts';
import { carriedValues } from './carried-values.ts';
import { placeholderNames } from './commands-on-page.ts';

const loadPanel = () => import('./panel.ts');

/** The button that fills the placeholders in the commands of a page. A page without placeholders has none. */
class FillIn extends HTMLElement {
  connectedCallback(): void {
    if (placeholderNames().length === 0) return;
    const label = carriedValues().size ? 'Fill in from your paste' : 'Fill in values';
    const button = element('button', { type: 'button', ariaExpanded: 'false' }, [label]);
    this.replaceChildren(button);
    button.addEventListener('click', () => void loadPanel().then(({ togglePanel }) => togglePanel(this, button)));
  }
}

customElements.define('fill-in', FillIn);
