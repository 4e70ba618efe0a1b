/** SVG that is inserted into pages unchanged: everything in it must be allowed by name. */

/** The elements and attributes that an SVG may contain. */
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
 * Returns what an SVG contains that must not be inserted into a page.
 *
 * @param svg the markup
 * @param allowed what it may contain, besides its root element `svg`
 * @returns the first such thing, in words; undefined when there is none
 */
export function strangeMarkup(svg: string, { elements, attributes }: AllowedSvg): string | undefined {
  const tags = tagsIn(svg);
  const element = tags.find(({ name }, index) => !(elements.has(name) || (index === 0 && name === 'svg')))?.name;
  if (element) return `<${element}>`;
  if (/<(?!\/)/.test(svg.replace(startTag, ''))) return 'a tag that cannot be parsed';
  const attribute = tags.flatMap((tag) => tag.attributes).find(({ name }) => !attributes.has(name))?.name;
  return attribute && `the attribute "${attribute}"`;
}
