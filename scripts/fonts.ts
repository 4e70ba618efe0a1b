/**
 * Cuts the site's two typefaces down to the characters that its pages use and writes them to `src/fonts/`.
 *
 * Run it after changing a font package or the characters below; the results are committed.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import subsetFont from 'subset-font';

const { resolve } = createRequire(import.meta.url);

/** Latin, and the typographic and technical signs of the articles. */
const characters = [...range(0x20, 0x7e), ...range(0xa0, 0xff), ...'–—‘’“”„•…‹›€™←↑→↓−×≈≠≤≥'.split('')].join('');

const nextFile = resolve('@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2');
const monoFile = resolve('@fontsource/atkinson-hyperlegible-mono/files/atkinson-hyperlegible-mono-latin-400-normal.woff2');

/** What readers' browsers load, and what the pictures for link previews are drawn with: resvg reads neither WOFF2 nor variable fonts. */
const faces = [
  { file: nextFile, name: 'atkinson-hyperlegible-next.woff2', wght: { min: 400, max: 700 } },
  { file: monoFile, name: 'atkinson-hyperlegible-mono.woff2' },
  ...[400, 600, 700].map((wght) => ({ file: nextFile, name: `atkinson-hyperlegible-next-${wght}.ttf`, wght })),
  { file: monoFile, name: 'atkinson-hyperlegible-mono-400.ttf' },
];

function range(from: number, to: number): string[] {
  return Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index));
}

for (const { file, name, wght } of faces) {
  const original = await readFile(file);
  const targetFormat = name.endsWith('.ttf') ? 'sfnt' : 'woff2';
  const subset = await subsetFont(original, characters, { targetFormat, ...(wght !== undefined && { variationAxes: { wght } }) });
  await writeFile(new URL(`../src/fonts/${name}`, import.meta.url), subset);
  console.log(`${name}  ${original.length} → ${subset.length} bytes`);
}
