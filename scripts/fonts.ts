/**
 * `npm run fonts`: creates the font files and styles of the site's two typefaces. Run it after a change of a font package or of the characters below,
 * and commit the results:
 *
 * - `src/fonts/*.woff2`: the typefaces with only the characters that pages use. What English needs is a file of its own, which every page loads
 * - `src/fonts/*.ttf`: the same for diagrams and the pictures for link previews, one file a weight, since resvg reads neither WOFF2 nor variable
 *   fonts
 * - `src/styles/typefaces.css`: the typefaces, and fonts of the reader's system, scaled to the widths and heights of ours. A page shows those until
 *   ours have loaded, and its lines stay where they are.
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

/** What English text, lists and code consist of. Every page loads these. */
const basic = [...range(0x20, 0x7e), ...'\u{a0}·×–—‘’“”•…↓→−≈≤≥'].join('');
/** Further Latin letters and signs. A page loads them when it has one of them. */
const further = [...range(0xa1, 0xff), ...'„‹›€™←↑≠'].filter((character) => !basic.includes(character)).join('');

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
  /** The variable of the style sheets that names it and its fallbacks. */
  variable: string;
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
    variable: '--font-sans-face',
    original: resolve('@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2'),
    file: 'atkinson-hyperlegible-next.woff2',
    weights: [400, 700],
    pictureWeights: [400, 600, 700],
    fallbacks: async (weight) => (weight === 400 ? regularSans() : boldSans()),
  },
  {
    family: 'Site Mono',
    variable: '--font-mono-face',
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
  const cutTo = (characters: string, targetFormat: 'woff2' | 'sfnt', wght: number | { min: number; max: number }) =>
    subsetFont(font, characters, { targetFormat, ...(variable && { variationAxes: { wght } }) });
  const all = { min: Math.min(...weights), max: Math.max(...weights) };
  await write(file, await cutTo(basic, 'woff2', all));
  await write(furtherFile(file), await cutTo(further, 'woff2', all));
  for (const weight of pictureWeights) await write(file.replace('.woff2', `-${weight}.ttf`), await cutTo(basic + further, 'sfnt', weight));
  const sizes = async (weight: number) => fromBuffer(await cutTo(basic + further, 'woff2', weight));
  return new Map(await Promise.all(weights.map(async (weight) => [weight, await sizes(weight)] as const)));
}

const furtherFile = (file: string) => file.replace('.woff2', '-further.woff2');

/** Returns the `@font-face` rules of a typeface: browsers take the last rule that has a character, and load only the files that they need. */
const ownFaces = ({ family, file, weights }: Typeface): string[] =>
  [
    { name: file, use: 'font-display: optional;' },
    // Asked for after the first paint, so that it would be too late to be optional.
    { name: furtherFile(file), use: `font-display: swap; unicode-range: ${rangesOf(further)};` },
  ].map(
    ({ name, use }) => `@font-face {
    font-family: '${family}';
    src: url('../fonts/${name}') format('woff2');
    font-weight: ${[...new Set([weights.at(0), weights.at(-1)])].join(' ')};
    ${use}
  }`,
  );

/** Returns characters as a list of CSS, neighbours as one range. */
function rangesOf(characters: string): string {
  const codes = [...characters].map((character) => character.codePointAt(0) ?? 0).toSorted((a, b) => a - b);
  const starts = codes.filter((code) => !codes.includes(code - 1));
  const ends = codes.filter((code) => !codes.includes(code + 1));
  const hex = (code = 0) => code.toString(16).toUpperCase();
  return starts.map((start, at) => (start === ends[at] ? `U+${hex(start)}` : `U+${hex(start)}-${hex(ends[at])}`)).join(', ');
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
const variables: string[] = [];
for (const typeface of typefaces) {
  const { family, variable, fallbacks } = typeface;
  faces.push(...ownFaces(typeface));
  const names = new Set([family]);
  for (const [weight, metrics] of await cut(typeface))
    for (const fallback of await fallbacks(weight)) {
      faces.push(fallbackFace(family, weight, metrics, fallback));
      names.add(`${family} as ${fallback.name}`);
    }
  variables.push(`${variable}: ${[...names].map((name) => `'${name}'`).join(', ')};`);
}
const sheet = new URL('../src/styles/typefaces.css', import.meta.url);
const css = `/*
 * Made by "npm run fonts" (scripts/fonts.ts). Every page preloads our typefaces. Until they have loaded, text is set in a font of the reader's
 * system that takes the same room, so that no line moves when they arrive.
 */
@layer tokens { ${faces.join('\n\n')}\n\n:root { ${variables.join('\n')} } }`;
await writeFile(sheet, await format(css, { ...(await resolveConfig(sheet)), parser: 'css' }));
