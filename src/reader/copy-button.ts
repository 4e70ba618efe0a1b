/** A button that copies a text, and says so. */
import { element } from './element.ts';
import { copy } from './tickets/clipboard.ts';

/** How long the button says that it copied, in milliseconds. */
const shownFor = 2500;

/**
 * Returns the button.
 *
 * @param text returns what is copied, at the moment of the press
 */
export function copyButton(text: () => string): HTMLButtonElement {
  const label = 'Copy';
  const made = element('button', { type: 'button', className: 'copy-button', ariaLive: 'polite' }, [label]);
  made.addEventListener('click', () => {
    void copy(text(), undefined).then((copied) => {
      made.textContent = copied ? 'Copied' : 'Select it and copy';
      setTimeout(() => made.replaceChildren(label), shownFor);
    });
  });
  return made;
}
