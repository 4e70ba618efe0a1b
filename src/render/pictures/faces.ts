/** The typefaces of pictures for link previews. */
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const { resolve } = createRequire(import.meta.url);
const ownFile = (name: string) => fileURLToPath(new URL(`../../fonts/${name}.ttf`, import.meta.url));

/** A typeface in one weight. */
export interface Face {
  /** The name of the family as its file gives it. */
  family: string;
  weight: number;
  file: string;
  /** The file of the fallback for characters that the face does not have: the site's faces contain only Latin. */
  fallback: string;
}

const sans = (weight: number): Face => ({
  family: 'Atkinson Hyperlegible Next',
  weight,
  file: ownFile(`atkinson-hyperlegible-next-${weight}`),
  fallback: resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'),
});

/** The faces by their use. `npm run fonts` makes their files. */
export const faces = {
  text: sans(400),
  mark: sans(600),
  title: sans(700),
  code: {
    family: 'Atkinson Hyperlegible Mono ExtraLight',
    weight: 400,
    file: ownFile('atkinson-hyperlegible-mono-400'),
    fallback: resolve('dejavu-fonts-ttf/ttf/DejaVuSansMono.ttf'),
  },
} as const satisfies Record<string, Face>;

/** The files of all faces; the fallbacks come last. */
export const fontFiles: readonly string[] = [
  ...new Set([...Object.values(faces).map(({ file }) => file), ...Object.values(faces).map(({ fallback }) => fallback)]),
];

/** The height of letters above and below the baseline, as a multiple of the font size; the same in all faces. */
export const reach = { above: 0.984, below: 0.316 } as const;
