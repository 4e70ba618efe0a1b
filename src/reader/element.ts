/** Makes elements. Texts become text nodes: nothing is ever read as HTML. */

/**
 * Returns a new element.
 *
 * @param name its tag
 * @param properties DOM properties, e.g. `href`, `className`
 * @param children what is in it
 */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]> = {},
  children: readonly (Node | string)[] = [],
): HTMLElementTagNameMap[Name] {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

/**
 * Returns a button in the site's own style.
 *
 * @param label the words on it
 * @param onclick called at each press
 */
export const button = (label: string, onclick: () => void): HTMLButtonElement =>
  element('button', { type: 'button', className: 'button', onclick }, [label]);
