/** Returns the shapes of pictures for link previews, as SVG elements. Lengths are in pixels. */
import type { Element, ElementContent } from 'hast';
import { s } from 'hastscript';
import { reach, type Face } from './faces.ts';
import type { FittedText, TextStyle } from './fit-text.ts';
import type { Piece, Word } from './words.ts';

/** A rectangle by its upper left corner and its size. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The colours of a text and of its placeholders. */
export interface TextColours {
  fill: string;
  varies?: string;
}

/** A text in one line: its style, and the start of its baseline. */
interface TextLine {
  face: Face;
  size: number;
  letterSpacing?: number;
  x: number;
  baseline: number;
  colours: TextColours;
}

const rounded = (length: number) => Math.round(length * 100) / 100;

/** Returns a filled rectangle. */
export const rectangle = ({ x, y, width, height }: Box, fill: string): Element =>
  s('rect', { x: rounded(x), y: rounded(y), width: rounded(width), height: rounded(height), fill });

/**
 * Returns an SVG image that is scaled to fit into a box.
 *
 * @param svg an `<svg>` element with a viewBox
 * @param box its place and largest size
 * @param colour the colour that replaces `currentColor`
 */
export function image(svg: string, box: Box, colour = ''): ElementContent {
  const place = toAttributes({ x: box.x, y: box.y, width: box.width, height: box.height });
  const opening = /<svg\b[^>]*>/;
  const value = svg
    .replace(/^[\s\S]*?(?=<svg)/, '')
    .replace(opening, (tag) => `<svg ${place}${tag.slice('<svg'.length).replace(/\s(x|y|width|height)="[^"]*"/g, '')}`)
    .replaceAll('currentColor', colour)
    .replaceAll('&nbsp;', '&#160;'); // an entity that HTML defines and XML does not
  return { type: 'raw', value };
}

/**
 * A picture in a box, as large as it goes.
 *
 * @param href a URL that contains it: `data:…`
 */
export const pictureIn = (href: string, { x, y, width, height }: Box): Element =>
  s('image', { href, x: rounded(x), y: rounded(y), width: rounded(width), height: rounded(height) });

const toAttributes = (values: Record<string, number>) =>
  Object.entries(values)
    .map(([name, value]) => `${name}="${rounded(value)}"`)
    .join(' ');

/** Returns a text in one line. */
export const textLine = (pieces: readonly Piece[], { face, size, letterSpacing = 0, x, baseline, colours }: TextLine): Element =>
  s(
    'text',
    {
      x: rounded(x),
      y: Math.floor(baseline),
      fontFamily: face.family,
      fontWeight: face.weight,
      fontSize: size,
      ...(letterSpacing !== 0 && { letterSpacing: rounded(letterSpacing * size) }),
      fill: colours.fill,
      xmlSpace: 'preserve',
    },
    pieces.map(({ text, varies }) => (varies ? s('tspan', { fill: colours.varies ?? colours.fill }, text) : text)),
  );

/** Returns the distance from the top to the baseline of a line that is vertically centred in a height. */
export const baselineIn = (height: number, size: number): number => height / 2 + ((reach.above - reach.below) / 2) * size;

/** Returns a fitted text, vertically centred in a box. */
export function textBlock({ size, lines }: FittedText, style: TextStyle, box: Box, colours: TextColours): Element[] {
  const { face, letterSpacing } = style;
  const lineHeight = style.lineHeight * size;
  const top = box.y + (box.height - lines.length * lineHeight) / 2;
  return lines.map((line, index) =>
    textLine(joined(line), {
      ...{ face, size, letterSpacing, colours, x: box.x },
      baseline: top + index * lineHeight + baselineIn(lineHeight, size),
    }),
  );
}

/** Returns the words of a line with the spaces between them. */
const joined = (line: readonly Word[]): Piece[] =>
  line.flatMap(({ space, pieces }, index) => [...(index > 0 && space ? [{ text: space }] : []), ...pieces]);
