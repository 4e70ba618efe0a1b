/** SVG that goes into pages as it is, so that everything in it must be known. */

/** What SVG may consist of. */
export interface AllowedSvg {
  elements: ReadonlySet<string>;
  attributes: ReadonlySet<string>;
}

/** An element of an SVG. */
export interface SvgTag {
  name: string;
  attributes: { name: string; value: string }[];
}

const startTag = /<([\w:-]+)((?:\s+[^\s"'<>=]+="[^"]*")*)\s*\/?>/g;
const namesAndValues = /([^\s"'<>=]+)="([^"]*)"/g;

/** Returns the elements of an SVG in their order. */
export const tagsIn = (svg: string): SvgTag[] =>
  [...svg.matchAll(startTag)].map(([, name = '', rest = '']) => ({
    name,
    attributes: [...rest.matchAll(namesAndValues)].map(([, attribute = '', value = '']) => ({ name: attribute, value })),
  }));

/**
 * Looks for what must not get into a page.
 *
 * @param svg the markup
 * @param allowed what it may consist of, besides the element `svg` around all
 * @returns what it would bring into the page; undefined when all of it is allowed
 */
export function strangeMarkup(svg: string, { elements, attributes }: AllowedSvg): string | undefined {
  const tags = tagsIn(svg);
  const element = tags.find(({ name }, index) => !(elements.has(name) || (index === 0 && name === 'svg')))?.name;
  if (element) return `<${element}>`;
  if (/<(?!\/)/.test(svg.replace(startTag, ''))) return 'a tag that cannot be read';
  const attribute = tags.flatMap((tag) => tag.attributes).find(({ name }) => !attributes.has(name))?.name;
  return attribute && `the attribute "${attribute}"`;
}
