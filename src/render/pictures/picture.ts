/** Draws the picture of a page for link previews, as SVG. Chats show it at a quarter of its size, so each text is as large as possible. */
import type { ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { s } from 'hastscript';
import { parseSignature } from '../../model/signature.ts';
import type { Brand } from './brand.ts';
import type { Palette } from './colours.ts';
import { faces } from './faces.ts';
import { fitText, type FittedText, type FittingText, type Room, type TextStyle } from './fit-text.ts';
import { pictureFoot, type FootContent } from './picture-foot.ts';
import { pictureSize } from './picture-size.ts';
import { rectangle, textBlock, type Box, type TextColours } from './shapes.ts';
import { wordsOf, type Piece } from './words.ts';

/** The content of a picture. */
export interface PictureContent extends FootContent {
  title?: string;
  /** Signatures, each in a box of its own. */
  messages: readonly string[];
  /** What a symptom means, in a sentence. */
  meaning?: string;
  /** The command that confirms a symptom. Of a long one, the picture shows the beginning. */
  command?: string | undefined;
}

/** The style of a text, and its possible sizes. */
type SetText = Omit<FittingText, 'words'>;

/** The area above the foot, within the margins. */
const body: Box = { x: 52, y: 56, width: 1096, height: 462 };
const foot: Box = { x: 52, y: 548, width: 1096, height: 48 };
const signalBar: Box = { x: 0, y: 0, width: pictureSize.width, height: 16 };
const gap = 26;
const padding = { across: 36, along: 16 };
const border = { signal: 14 };
/** The height of the bar with the command: one line. */
const commandHeight = 84;

/** The styles of the texts, and their possible sizes. */
const texts = {
  title: { ...title(1.1), sizes: [66, 60, 54, 50, 46, 42, 37, 34, 31, 28] },
  titleAlone: { ...title(1.08), sizes: [104, 92, 80, 70, 60] },
  message: { style: code('late'), sizes: [88, 78, 70, 62, 56, 50, 45, 40, 36, 32, 28, 25] },
  command: { style: code('late'), sizes: [38, 34] },
  sentence: {
    style: { face: faces.text, letterSpacing: 0, lineHeight: 1.24, padding: 0, breaks: 'pretty' },
    sizes: [50, 46, 42, 38, 34, 31, 28, 26],
  },
} as const satisfies Record<string, SetText>;

function code(breaks: TextStyle['breaks']): TextStyle {
  return { face: faces.code, letterSpacing: -0.018, lineHeight: 1.28, padding: 0, breaks };
}

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

/** Returns the parts below each other: title, messages, meaning, command. The command has its own height, the others share the rest. */
function bodyOf({ title, messages, meaning, command }: PictureContent, palette: Palette): ElementContent[] {
  const strong = { fill: palette.colour('ink-strong') };
  const titleSet = messages.length === 0 && meaning === undefined ? texts.titleAlone : texts.title;
  const parts: Part[] = [
    ...(title === undefined
      ? []
      : [{ share: 3, draw: (box: Box) => textIn([{ text: title.replace(/\s+/g, ' ') }], titleSet, box, strong) }]),
    ...messages.map((message) => ({ share: 4, draw: (box: Box) => messageIn(message, box, palette) })),
    ...(meaning === undefined ? [] : [{ share: 3, draw: (box: Box) => textIn([{ text: meaning }], texts.sentence, box, strong) }]),
  ];
  if (command === undefined) return stacked(parts, body);
  const bar = { ...body, y: body.y + body.height - commandHeight, height: commandHeight };
  return [...stacked(parts, { ...body, height: body.height - commandHeight - gap }), ...commandIn(command, bar, palette)];
}

/** A part of a picture, and its share of the height. */
interface Part {
  share: number;
  draw: (box: Box) => ElementContent[];
}

function stacked(parts: readonly Part[], { x, y, width, height }: Box): ElementContent[] {
  const shares = parts.reduce((sum, { share }) => sum + share, 0);
  const room = height - gap * (parts.length - 1);
  let top = y;
  return parts.flatMap(({ share, draw }) => {
    const box = { x, y: top, width, height: (room * share) / shares };
    top += box.height + gap;
    return draw(box);
  });
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
  const colours = { fill: colour('ink-strong'), varies: colour('token-number') };
  return [
    rectangle(box, colour('surface')),
    signalEdge(box, palette),
    ...textIn(pieces, texts.message, within(box, border.signal, 0), colours),
  ];
}

/** Returns a command, or its beginning, on one line behind a prompt. */
function commandIn(command: string, box: Box, { colour }: Palette): ElementContent[] {
  const pieces = [{ text: '$ ', varies: true }, { text: command.replace(/\s+/g, ' ').trim() }];
  const colours = { fill: colour('terminal-text'), varies: colour('terminal-quiet') };
  return [rectangle(box, colour('terminal-ground')), ...textIn(pieces, texts.command, within(box, 0, 0), colours)];
}
