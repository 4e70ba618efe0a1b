/** The last line of a picture for link previews: the site, technologies, severity and kind. */
import { readFileSync } from 'node:fs';
import type { Element, ElementContent } from 'hast';
import { severities, symptomKinds, type Severity, type SymptomKind } from '../../model/vocabulary.ts';
import type { Brand } from './brand.ts';
import type { Palette } from './colours.ts';
import { faces, type Face } from './faces.ts';
import { widthOf } from './fit-text.ts';
import { baselineIn, image, pictureIn, rectangle, textLine, type Box } from './shapes.ts';

/** The content of the foot. */
export interface FootContent {
  technologies: readonly { name: string; colour: string }[];
  severity?: Severity;
  kind?: SymptomKind;
}

/** An entry of the foot: its width, and a function that draws it at a left edge. Some entries are laid out from the right. */
interface Entry {
  width: number;
  draw: (x: number) => ElementContent[];
}

const size = 32;
/** The name of the site. A name that is wider than `most` is set smaller. */
const siteName = { size: 38, letterSpacing: -0.015, mark: 42, gap: 14, most: 500 };
/** The gaps between groups, between technologies, and between severity and kind, in pixels. */
const gaps = { group: 34, technologies: 28, marks: 28 };
const shapes = { critical: 'octagon-alert', major: 'diamond', minor: 'circle' } as const satisfies Record<Severity, string>;
const markColours = { critical: 'danger', major: 'caution', minor: 'ink-quiet' } as const satisfies Record<Severity, string>;

const shapeSvg = Object.fromEntries(
  Object.entries(shapes).map(([severity, name]) => [
    severity,
    readFileSync(new URL(import.meta.resolve(`lucide-static/icons/${name}.svg`)), 'utf8'),
  ]),
) as Record<Severity, string>;

/**
 * Returns the elements of the foot.
 *
 * @param content its content
 * @param brand the name, logo and colours of the site
 * @param box its place and size
 */
export function pictureFoot({ technologies, severity, kind }: FootContent, brand: Brand, box: Box): ElementContent[] {
  const { colour } = brand.palette;
  const marks = [
    ...(severity ? [severityEntry(severity, colour, box)] : []),
    ...(kind ? [wordEntry(symptomKinds[kind].label, colour, box)] : []),
  ];
  const end = box.x + box.width;
  const siteEntry = siteOf(brand, box);
  const marksStart = end - widthOfAll(marks, gaps.marks);
  const technologiesEnd = marks.length > 0 ? marksStart - gaps.group : end;
  const room = technologiesEnd - gaps.group - (box.x + siteEntry.width);
  const shown = asManyAsFit(
    technologies.map((technology) => technologyEntry(technology, colour, box)),
    room,
  );
  return [
    ...siteEntry.draw(box.x),
    ...inRow(shown, technologiesEnd - widthOfAll(shown, gaps.technologies), gaps.technologies),
    ...inRow(marks, marksStart, gaps.marks),
  ];
}

const widthOfAll = (entries: readonly Entry[], gap: number) =>
  entries.reduce((sum, { width }) => sum + width, 0) + gap * Math.max(0, entries.length - 1);

function inRow(entries: readonly Entry[], start: number, gap: number): ElementContent[] {
  let x = start;
  return entries.flatMap(({ width, draw }) => {
    const drawn = draw(x);
    x += width + gap;
    return drawn;
  });
}

/** Returns the first entries, as many as fit in one line. */
function asManyAsFit(entries: readonly Entry[], room: number): readonly Entry[] {
  let count = entries.length;
  while (count > 0 && widthOfAll(entries.slice(0, count), gaps.technologies) > room) count--;
  return entries.slice(0, count);
}

/** Returns a word of the foot. */
function word(text: string, face: Face, fill: string, x: number, box: Box): Element {
  return textLine([{ text }], { face, size, x, baseline: box.y + baselineIn(box.height, size), colours: { fill } });
}

const wordWidth = (text: string, face: Face) => widthOf([{ text }], { face, letterSpacing: 0 }) * size;

const wordEntry = (text: string, colour: Palette['colour'], box: Box): Entry => ({
  width: wordWidth(text, faces.text),
  draw: (x) => [word(text, faces.text, colour('ink'), x, box)],
});

/** Returns a square that is vertically centred in the line. */
const square = (x: number, side: number, box: Box): Box => ({ x, y: box.y + (box.height - side) / 2, width: side, height: side });

/** Returns the entry of a technology: a square in its colour, and its name. */
function technologyEntry({ name, colour: technology }: FootContent['technologies'][number], colour: Palette['colour'], box: Box): Entry {
  const [side, gap] = [0.62 * size, 0.45 * size];
  return {
    width: side + gap + wordWidth(name, faces.code),
    draw: (x) => [
      rectangle(square(x, side, box), colour(`tech-${technology}`)),
      word(name, faces.code, colour('ink'), x + side + gap, box),
    ],
  };
}

/** Returns the entry of the severity: a shape and a word, as on the site. */
function severityEntry(severity: Severity, colour: Palette['colour'], box: Box): Entry {
  const [side, gap] = [34, 0.4 * size];
  const { label } = severities[severity];
  const fill = colour(markColours[severity]);
  return {
    width: side + gap + wordWidth(label, faces.mark),
    draw: (x) => [image(shapeSvg[severity], square(x, side, box), fill), word(label, faces.mark, fill, x + side + gap, box)],
  };
}

function siteOf({ name, logo, palette }: Brand, box: Box): Entry {
  const { mark, gap, letterSpacing, most } = siteName;
  const style = { face: faces.title, letterSpacing };
  const share = widthOf([{ text: name }], style);
  const size = Math.min(siteName.size, most / share);
  const start = logo === undefined ? 0 : mark + gap;
  const fill = palette.colour('ink-strong');
  return {
    width: start + share * size,
    draw: (x) => [
      ...(logo === undefined ? [] : [pictureIn(logo, square(x, mark, box))]),
      textLine([{ text: name }], { ...style, size, x: x + start, baseline: box.y + baselineIn(box.height, size), colours: { fill } }),
    ],
  };
}
