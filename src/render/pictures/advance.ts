/** Measures texts in the typefaces of pictures with HarfBuzz. Browsers and resvg lay out text in the same way. */
import { readFileSync } from 'node:fs';
import { Blob, Buffer as ShapedText, Face as FontFile, Font, shape } from 'harfbuzzjs';
import type { Face } from './faces.ts';

/** A font that HarfBuzz has loaded, with a cache of measured advances. */
interface ReadFont {
  font: Font;
  unitsPerEm: number;
  advances: Map<string, number>;
}

const fonts = new Map<string, ReadFont>();

function readFont(file: string): ReadFont {
  const known = fonts.get(file);
  if (known) return known;
  const face = new FontFile(new Blob(readFileSync(file)));
  const read = { font: new Font(face), unitsPerEm: face.upem, advances: new Map<string, number>() };
  fonts.set(file, read);
  return read;
}

/**
 * Returns the width of a text in one line, without letter spacing, as a multiple of the font size.
 *
 * @param text the text
 * @param face its typeface
 */
export function advanceOf(text: string, { file, fallback }: Face): number {
  const { font, unitsPerEm, advances } = readFont(file);
  const known = advances.get(text);
  if (known !== undefined) return known;
  const shaped = new ShapedText();
  shaped.addText(text);
  shaped.guessSegmentProperties();
  shape(font, shaped);
  const positions = shaped.getGlyphPositions();
  let advance = 0;
  for (const [index, { codepoint: glyph, cluster }] of shaped.getGlyphInfos().entries()) {
    const isMissing = glyph === 0 && file !== fallback;
    advance += isMissing ? fallbackAdvance(text, cluster, fallback) : (positions[index]?.xAdvance ?? 0) / unitsPerEm;
  }
  advances.set(text, advance);
  return advance;
}

function fallbackAdvance(text: string, at: number, fallback: string): number {
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
  return advanceOf(character, { family: '', weight: 400, file: fallback, fallback });
}
