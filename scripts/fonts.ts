/**
 * `npm run fonts`: reduces the site's two typefaces to the characters that its pages use, and writes them to `src/fonts/`.
 *
 * Run it after changing a font package or the characters below, and commit the results.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import subsetFont from 'subset-font';

const { resolve } = createRequire(import.meta.url);

/** Latin letters, and the typographic and technical characters of the articles. */
const characters = [...range(0x20, 0x7e), ...range(0xa0, 0xff), ...'–—‘’“”„•…‹›€™←↑→↓−×≈≠≤≥'.split('')].join('');

const faces = [
  {
    file: resolve('@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2'),
    name: 'atkinson-hyperlegible-next.woff2',
    variationAxes: { wght: { min: 400, max: 700 } },
  },
  {
    file: resolve('@fontsource/atkinson-hyperlegible-mono/files/atkinson-hyperlegible-mono-latin-400-normal.woff2'),
    name: 'atkinson-hyperlegible-mono.woff2',
  },
];

function range(from: number, to: number): string[] {
  return Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index));
}

for (const { file, name, variationAxes } of faces) {
  const original = await readFile(file);
  const subset = await subsetFont(original, characters, { targetFormat: 'woff2', ...(variationAxes && { variationAxes }) });
  await writeFile(new URL(`../src/fonts/${name}`, import.meta.url), subset);
  console.log(`${name}  ${original.length} → ${subset.length} bytes`);
}
