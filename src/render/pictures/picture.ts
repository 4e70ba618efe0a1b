/** Draws the picture of a page for link previews, as SVG. Chats show it at a quarter of its size, so each text is as large as possible. */
import type { ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { s } from 'hastscript';
import { parseSignature } from '../../model/signature.ts';
import type { Brand } from './brand.ts';
import type { Palette } from './colours.ts';
import { faces } from './faces.ts';
import { fitText, heightOf, type FittedText, type FittingText, type Room, type TextStyle } from './fit-text.ts';
import { pictureFoot, type FootContent } from './picture-foot.ts';
import { pictureSize } from './picture-size.ts';
import { framed, image, rectangle, textBlock, type Box, type TextColours } from './shapes.ts';
import { wordsOf, type Piece } from './words.ts';

/** A diagram, as SVG without colours, and its size. */
interface Diagram {
  svg: string;
  width: number;
  height: number;
}

/** The content of a picture. */
export interface PictureContent extends FootContent {
  title: string;
  /** The main element of the picture: a signature, a sentence for a symptom without one, or a diagram. */
  hero: { signature: string } | { sentence: string } | Diagram | undefined;
}

/** The style of a text, and its possible sizes. */
type SetText = Omit<FittingText, 'words'>;

/** The area above the foot, within the margins. */
const body: Box = { x: 52, y: 56, width: 1096, height: 462 };
const foot: Box = { x: 52, y: 548, width: 1096, height: 48 };
const signalBar: Box = { x: 0, y: 0, width: pictureSize.width, height: 16 };
const gap = { rows: 30, columns: 48 };
const padding = { across: 36, along: 20, diagram: 16 };
const border = { thin: 2, signal: 14 };

/** The styles of the texts, and their possible sizes. */
const texts = {
  title: { ...title(1.12), sizes: [50, 46, 42, 38, 34], height: 124 },
  titleBeside: { ...title(1.08), sizes: [72, 66, 60, 54, 48, 44, 40, 36] },
  titleAlone: { ...title(1.08), sizes: [104, 92, 80, 70, 60] },
  message: {
    style: { face: faces.code, letterSpacing: -0.018, lineHeight: 1.28, padding: 0, breaks: 'late' },
    sizes: [100, 88, 78, 70, 62, 56, 50, 45, 40, 36],
  },
  sentence: {
    style: { face: faces.text, letterSpacing: 0, lineHeight: 1.3, padding: 0, breaks: 'pretty' },
    sizes: [60, 55, 50, 46, 42, 38],
  },
} as const satisfies Record<string, SetText & { height?: number }>;

/** Returns the style of a title. It has padding, because letters reach beyond a line of such a small height. */
function title(lineHeight: number): { style: TextStyle } {
  return { style: { face: faces.title, letterSpacing: -0.015, lineHeight, padding: 0.1, breaks: 'even' } };
}

/**
 * Returns the picture as SVG.
 *
 * @param content its content
 * @param brand the name, logo and colours of the site
 * @throws when a text does not fit at its smallest size; the message quotes the text
 */
export function pictureSvg(content: PictureContent, brand: Brand): string {
  const { width, height } = pictureSize;
  const { colour } = brand.palette;
  const tree = s('svg', { xmlns: 'http://www.w3.org/2000/svg', width, height, viewBox: `0 0 ${width} ${height}` }, [
    rectangle({ x: 0, y: 0, width, height }, colour('ground')),
    rectangle(signalBar, colour('signal')),
    ...bodyOf(content, brand.palette),
    ...pictureFoot(content, brand, foot),
  ]);
  return toHtml(tree, { space: 'svg', allowDangerousHtml: true });
}

/** Returns the title and the main element: a tall diagram is beside the title, everything else below it. */
function bodyOf({ title, hero }: PictureContent, palette: Palette): ElementContent[] {
  const words = [{ text: title.replace(/\s+/g, ' ') }];
  const colours = { fill: palette.colour('ink-strong') };
  if (!hero) return textIn(words, texts.titleAlone, body, colours);
  if ('svg' in hero && hero.width <= hero.height * 2.2) {
    const [left, right] = columnsOf(body);
    return [...textIn(words, texts.titleBeside, left, colours), ...diagramIn(hero, right, palette)];
  }
  const { style, sizes, height: most } = texts.title;
  const fitted = fit(words, { style, sizes }, { width: body.width, height: most });
  const height = heightOf(fitted.lines.length, style, fitted.size);
  const below = height + gap.rows;
  return [
    ...textBlock(fitted, style, { ...body, height }, colours),
    ...heroIn(hero, { ...body, y: body.y + below, height: body.height - below }, palette),
  ];
}

function columnsOf({ x, y, width, height }: Box): [Box, Box] {
  const left = ((width - gap.columns) * 5) / 11;
  const start = left + gap.columns;
  return [
    { x, y, width: left, height },
    { x: x + start, y, width: width - start, height },
  ];
}

/** Returns a fitted text, vertically centred in a box. */
const textIn = (pieces: readonly Piece[], { style, sizes }: SetText, box: Box, colours: TextColours): ElementContent[] =>
  textBlock(fit(pieces, { style, sizes }, box), style, box, colours);

function fit(pieces: readonly Piece[], set: SetText, room: Room): FittedText {
  const fitted = fitText({ words: wordsOf(pieces), ...set }, room);
  if (fitted) return fitted;
  const text = pieces.map((piece) => piece.text).join('');
  throw new Error(`This text does not fit into a picture for link previews, even at its smallest size: "${text}". Shorten it.`);
}

function heroIn(hero: NonNullable<PictureContent['hero']>, box: Box, palette: Palette): ElementContent[] {
  if ('svg' in hero) return diagramIn(hero, box, palette);
  return 'sentence' in hero ? sentenceIn(hero.sentence, box, palette) : messageIn(hero.signature, box, palette);
}

const signalEdge = (box: Box, { colour }: Palette) => rectangle({ ...box, width: border.signal }, colour('signal'));
const within = ({ x, y, width, height }: Box, left: number, rest: number): Box => ({
  x: x + left + padding.across,
  y: y + rest + padding.along,
  width: width - left - rest - 2 * padding.across,
  height: height - 2 * (rest + padding.along),
});

/** Returns a signature; its placeholders look different from its literal words. */
function messageIn(signature: string, box: Box, palette: Palette): ElementContent[] {
  const { colour } = palette;
  const pieces = parseSignature(signature.trim()).map((part): Piece =>
    'literal' in part ? { text: part.literal } : { text: `<${part.placeholder}>`, varies: true },
  );
  const colours = { fill: colour('terminal-text'), varies: colour('token-number') };
  return [
    rectangle(box, colour('terminal-ground')),
    signalEdge(box, palette),
    ...textIn(pieces, texts.message, within(box, border.signal, 0), colours),
  ];
}

function sentenceIn(sentence: string, box: Box, palette: Palette): ElementContent[] {
  const { colour } = palette;
  return [
    ...framed(box, colour('surface-raised'), border.thin, colour('line')),
    signalEdge(box, palette),
    ...textIn([{ text: sentence.replace(/\s+/g, ' ') }], texts.sentence, within(box, border.signal, border.thin), {
      fill: colour('ink-strong'),
    }),
  ];
}

function diagramIn({ svg }: Diagram, box: Box, { colour, diagramStyles }: Palette): ElementContent[] {
  const inset = border.thin + padding.diagram;
  const inner = { x: box.x + inset, y: box.y + inset, width: box.width - 2 * inset, height: box.height - 2 * inset };
  const { family, weight } = faces.text;
  return [
    ...framed(box, colour('surface'), border.thin, colour('line')),
    s('style', diagramStyles),
    s('g', { fontFamily: family, fontWeight: weight, fontSize: 15 }, image(svg, inner)),
  ];
}
