/** Reads finished HTML in tests: tags, texts and attributes, with entities resolved. */
import type { Element, Nodes } from 'hast';
import { htmlToHast } from 'satteri';

const parse = (html: string) => htmlToHast(html, { fragment: true });

function elements(node: Nodes): Element[] {
  const own = node.type === 'element' ? [node] : [];
  return 'children' in node ? [...own, ...node.children.flatMap(elements)] : own;
}

const textOf = (node: Nodes): string => ('value' in node ? node.value : 'children' in node ? node.children.map(textOf).join('') : '');

/** The text that a reader sees. */
export const textOfMarkup = (html: string): string => textOf(parse(html));

/** How many elements of a name there are, as a browser would see it. */
export const countElements = (html: string, name: string): number => elements(parse(html)).filter(({ tagName }) => tagName === name).length;

/** The opening tags of these names, as written. */
export const markupTags = (html: string, ...names: string[]): string[] =>
  [...html.matchAll(/<([a-z][\w-]*)[^>]*>/g)].flatMap(([tag, name]) => (names.includes(name ?? '') ? [tag] : []));

/** The value of an attribute of the first element of a name that has it, as a script would read it. */
export function attributeOfMarkup(html: string, name: string, attribute: string): string | undefined {
  const camelCase = attribute.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  for (const { tagName, properties } of elements(parse(html))) {
    const value = properties[attribute] ?? properties[camelCase];
    if (tagName === name && value !== undefined && value !== null) return Array.isArray(value) ? value.join(' ') : String(value);
  }
  return undefined;
}
