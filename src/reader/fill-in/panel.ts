/** The fields that fill the placeholders in the commands of a page. What is typed stays on the page. */
import { element } from '../element.ts';
import { carriedValues } from './carried-values.ts';
import { findPlaceholders, type Placeholder } from './placeholders.ts';

let panel: HTMLElement | undefined;

/**
 * Opens the fields after an element, or closes them if they are open. Values stay filled in.
 *
 * @param place the element
 * @param button the button that was pressed
 */
export function togglePanel(place: HTMLElement, button: HTMLButtonElement): void {
  const opens = !panel?.isConnected;
  panel ??= makePanel();
  if (opens) {
    place.after(panel);
    panel.querySelector('input')?.focus();
  } else panel.remove();
  button.ariaExpanded = String(opens);
}

function makePanel(): HTMLElement {
  const carried = carriedValues();
  const fields = findPlaceholders().map((placeholder) => field(placeholder, carried.get(placeholder.name) ?? ''));
  const made = element('form', { className: 'fill-in-panel', ariaLabel: 'Values for the commands on this page' }, fields);
  made.addEventListener('submit', (event) => event.preventDefault());
  return made;
}

function field({ name, show }: Placeholder, value: string): HTMLElement {
  const input = element('input', { type: 'text', value, autocomplete: 'off', spellcheck: false });
  input.addEventListener('input', () => show(input.value));
  if (value) show(value);
  return element('label', {}, [element('code', {}, [`<${name}>`]), input]);
}
