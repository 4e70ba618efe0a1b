/**
 * Makes an element. Texts become text nodes.
 *
 * @param name its tag
 * @param properties DOM properties, e.g. `href`, `className`
 * @param children what is in it
 */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]>,
  children: readonly (Node | string)[],
): HTMLElementTagNameMap[Name] {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}
