/** Pictures for link previews as tests look at them: their texts, and their pixels. */
import { XMLParser } from 'fast-xml-parser';
import { Resvg } from '@resvg/resvg-js';
import { fontFiles } from '../../../../src/render/pictures/faces.ts';

/** A line of text as it stands in the SVG of a picture. */
export interface DrawnLine {
  text: string;
  size: number;
}

type XmlNode = Record<string, unknown> & { ':@'?: Record<string, string>; '#text'?: string };

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  trimValues: false,
  htmlEntities: true,
});

/** The lines of text of a picture, from top to bottom, without those of a diagram. */
export function linesOf(svg: string): DrawnLine[] {
  const [root] = parser.parse(svg) as XmlNode[];
  const children = (root?.['svg'] ?? []) as XmlNode[];
  return children.filter((node) => 'text' in node).map((node) => ({ text: textOf(node), size: Number(node[':@']?.['font-size']) }));
}

const textOf = (node: XmlNode): string =>
  typeof node['#text'] === 'string'
    ? node['#text']
    : Object.entries(node)
        .flatMap(([name, content]) => (name !== ':@' && Array.isArray(content) ? (content as XmlNode[]).map(textOf) : []))
        .join('');

/** A painted picture: the colour of a pixel as `#rrggbb`. */
export type Painted = (x: number, y: number) => string;

/** Paints a picture. */
export function painted(svg: string): Painted {
  const { pixels, width } = new Resvg(svg, { font: { fontFiles: [...fontFiles], loadSystemFonts: false } }).render();
  return (x, y) => `#${pixels.subarray((y * width + x) * 4, (y * width + x) * 4 + 3).toString('hex')}`;
}

/** The colours of all pixels in a part of a picture. */
export function coloursIn(
  picture: Painted,
  [left, right]: readonly [number, number],
  [top, bottom]: readonly [number, number],
): Set<string> {
  const colours = new Set<string>();
  for (let y = top; y < bottom; y++) for (let x = left; x < right; x++) colours.add(picture(x, y));
  return colours;
}
