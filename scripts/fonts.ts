/**
 * `npm run fonts`: creates the font files and styles of the site's two typefaces. Run it after a change of a font package or of the characters below,
 * and commit the results:
 *
 * - `src/fonts/*.woff2`: the typefaces with only the characters that pages use
 * - `src/fonts/*.ttf`: the same for the pictures for link previews, one file a weight, since resvg reads neither WOFF2 nor variable fonts
 * - `src/styles/fallback-fonts.css`: fonts of the reader's system, scaled to the widths and heights of ours. A page shows them until ours have
 *   loaded, so that its lines do not move.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createFontStack } from '@capsizecss/core';
import { entireMetricsCollection } from '@capsizecss/metrics/entireMetricsCollection';
import { fromBuffer } from '@capsizecss/unpack';
import { fromFile } from '@capsizecss/unpack/fs';
import { format, resolveConfig } from 'prettier';
import subsetFont from 'subset-font';

const { resolve } = createRequire(import.meta.url);

/** Latin letters, and the typographic and technical characters of the articles. */
const characters = [...range(0x20, 0x7e), ...range(0xa0, 0xff), ...'–—‘’“”„•…‹›€™←↑→↓−×≈≠≤≥'.split('')].join('');

/** The sizes of a font. */
type Metrics = Parameters<typeof createFontStack>[0][number];
/** A typeface of readers' systems: its sizes, and the names of fonts that have these sizes. */
interface Fallback {
  name: string;
  metrics: Metrics;
  fonts: readonly string[];
}
interface Typeface {
  family: string;
  original: string;
  file: string;
  /** Its weights that pages use; of a variable font more than one. */
  weights: readonly number[];
  /** Its weights that pictures use. */
  pictureWeights: readonly number[];
  fallbacks: (weight: number) => Promise<Fallback[]>;
}

const typefaces: readonly Typeface[] = [
  {
    family: 'Site Sans',
    original: resolve('@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2'),
    file: 'atkinson-hyperlegible-next.woff2',
    weights: [400, 700],
    pictureWeights: [400, 600, 700],
    fallbacks: async (weight) => (weight === 400 ? regularSans() : boldSans()),
  },
  {
    family: 'Site Mono',
    original: resolve('@fontsource/atkinson-hyperlegible-mono/files/atkinson-hyperlegible-mono-latin-400-normal.woff2'),
    file: 'atkinson-hyperlegible-mono.woff2',
    weights: [400],
    pictureWeights: [400],
    fallbacks: mono,
  },
];

const { arial, roboto, courierNew } = entireMetricsCollection;
const dejaVu = (name: string) => fromFile(resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`));

/** Windows and Apple’s systems have Arial, Android has Roboto, and Linux has Liberation, Arimo (both as wide as Arial) or DejaVu. */
async function regularSans(): Promise<Fallback[]> {
  return [
    { name: 'Arial', metrics: arial, fonts: ['Arial', 'Liberation Sans', 'Arimo'] },
    { name: 'Roboto', metrics: roboto, fonts: ['Roboto', 'Roboto-Regular'] },
    { name: 'DejaVu', metrics: await dejaVu('DejaVuSans'), fonts: ['DejaVu Sans'] },
  ];
}

async function boldSans(): Promise<Fallback[]> {
  return [
    { name: 'Arial', metrics: arial.variants['700'], fonts: ['Arial Bold', 'Liberation Sans Bold', 'Arimo Bold'] },
    { name: 'Roboto', metrics: roboto.variants['700'], fonts: ['Roboto Bold', 'Roboto-Bold'] },
    { name: 'DejaVu', metrics: await dejaVu('DejaVuSans-Bold'), fonts: ['DejaVu Sans Bold'] },
  ];
}

/** Consolas is as wide as its makers say: no free package measures it. */
async function mono(): Promise<Fallback[]> {
  return [
    { name: 'Menlo', metrics: await dejaVu('DejaVuSansMono'), fonts: ['Menlo', 'DejaVu Sans Mono'] }, // both are drawn from Bitstream Vera
    { name: 'Consolas', metrics: { ...courierNew, xWidthAvg: 1126, subsets: undefined }, fonts: ['Consolas'] },
    { name: 'Courier', metrics: courierNew, fonts: ['Liberation Mono', 'Cousine', 'Roboto Mono', 'Courier New'] },
  ];
}

function range(from: number, to: number): string[] {
  return Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index));
}

/** Writes the typeface with the characters above. Returns its sizes at each weight. */
async function cut({ original, file, weights, pictureWeights }: Typeface): Promise<Map<number, Metrics>> {
  const font = await readFile(original);
  const variable = weights.length > 1;
  const cutTo = (targetFormat: 'woff2' | 'sfnt', wght: number | { min: number; max: number }) =>
    subsetFont(font, characters, { targetFormat, ...(variable && { variationAxes: { wght } }) });
  await write(file, await cutTo('woff2', { min: Math.min(...weights), max: Math.max(...weights) }));
  for (const weight of pictureWeights) await write(file.replace('.woff2', `-${weight}.ttf`), await cutTo('sfnt', weight));
  return new Map(await Promise.all(weights.map(async (weight) => [weight, await fromBuffer(await cutTo('woff2', weight))] as const)));
}

async function write(name: string, font: Uint8Array): Promise<void> {
  await writeFile(new URL(`../src/fonts/${name}`, import.meta.url), font);
  console.log(`${name}  ${font.length} bytes`);
}

/** Returns the `@font-face` rule of a fallback. */
function fallbackFace(family: string, weight: number, metrics: Metrics, { name, metrics: own, fonts }: Fallback): string {
  const [made] = createFontStack([metrics, own], { fontFaceFormat: 'styleObject' }).fontFaces;
  const { ascentOverride, descentOverride, lineGapOverride = '0%', sizeAdjust = '100%' } = made?.['@font-face'] ?? {};
  const sizes = Object.entries({
    'ascent-override': ascentOverride,
    'descent-override': descentOverride,
    'line-gap-override': lineGapOverride,
    'size-adjust': sizeAdjust,
  });
  return `@font-face {
    font-family: '${family} as ${name}';
    src: ${fonts.map((font) => `local('${font}')`).join(', ')};
    font-weight: ${weight};
    ${sizes.map(([property, percentage]) => `${property}: ${parseFloat(String(percentage)).toFixed(1)}%;`).join('\n')}
  }`;
}

const faces: string[] = [];
for (const typeface of typefaces)
  for (const [weight, metrics] of await cut(typeface))
    faces.push(...(await typeface.fallbacks(weight)).map((fallback) => fallbackFace(typeface.family, weight, metrics, fallback)));
const sheet = new URL('../src/styles/fallback-fonts.css', import.meta.url);
const css = `/* Made by "npm run fonts" (scripts/fonts.ts): fonts of the reader's system with the widths and heights of ours, see fonts.css. */
@layer tokens { ${faces.join('\n\n')} }`;
await writeFile(sheet, await format(css, { ...(await resolveConfig(sheet)), parser: 'css' }));
