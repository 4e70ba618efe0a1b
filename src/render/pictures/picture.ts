/** The picture of a page for link previews, as HTML: what it shows, before it is fitted and photographed. */
import { readFile } from 'node:fs/promises';
import type { Element, ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { parseSignature } from '../../model/signature.ts';
import { severities, symptomKinds, type Severity, type SymptomKind } from '../../model/vocabulary.ts';
import { words } from './words.ts';

/** What the picture shows. */
export interface PictureContent {
  title: string;
  technologies: readonly { name: string; colour: string }[];
  severity?: Severity;
  /** What sort of thing is observed, when it is a symptom. */
  kind?: SymptomKind;
  /** The hero of the picture: a literal wording, a sentence where there is none, or a diagram. */
  hero: { signature: string } | { sentence: string } | { svg: string; width: number; height: number } | undefined;
}

const styleSheets = ['tokens', 'base', 'marks', 'flowchart', 'picture'];
const fonts = { '--font-sans-face': 'atkinson-hyperlegible-next', '--font-mono-face': 'atkinson-hyperlegible-mono' };

const read = (path: string) => readFile(new URL(path, import.meta.url));

/** The page that every picture is put into, with all styles and fonts. It refers to nothing outside itself. */
export async function emptyPicturePage(): Promise<string> {
  const sheets = await Promise.all(styleSheets.map((name) => read(`../../styles/${name}.css`)));
  const faces = await Promise.all(
    Object.entries(fonts).map(async ([variable, file]) => {
      const data = (await read(`../../fonts/${file}.woff2`)).toString('base64');
      return `@font-face { font-family: "${file}"; src: url(data:font/woff2;base64,${data}); font-weight: 400 700 } :root { ${variable}: "${file}" }`;
    }),
  );
  const style = h('style', [...sheets.map(String), ...faces].join('\n'));
  return `<!doctype html>${toHtml(h('html', { 'data-theme': 'light' }, [h('head', [h('meta', { charset: 'utf-8' }), style]), h('body')]))}`;
}

/**
 * What is put into the page. Texts that may be too long carry `data-fit`.
 *
 * @param content what the picture shows
 */
export async function pictureHtml({ title, technologies, severity, kind, hero }: PictureContent): Promise<string> {
  const body = h('div', { class: ['picture', layoutOf(hero)] }, [
    h('h1', { 'data-fit': true }, words([{ text: title }])),
    ...(hero ? [heroElement(hero)] : []),
    h('div', { class: 'picture-foot' }, [
      h('p', { class: 'picture-site' }, [raw(await read('../../../public/favicon.svg')), 'Faultbook']),
      h(
        'ul',
        { class: 'technologies' },
        technologies.map(({ name, colour }) => h('li', [h('span', { class: ['technology', `tech-${colour}`] }, name)])),
      ),
      ...(severity ? [await marks(severity, kind)] : []),
    ]),
  ]);
  return toHtml(body, { allowDangerousHtml: true });
}

type Hero = PictureContent['hero'];

/** A tall diagram stands beside the title, a wide one below it. */
const layoutOf = (hero: Hero): string => {
  if (!hero) return 'is-plain';
  if (!('svg' in hero)) return 'is-message';
  return hero.width > hero.height * 2.2 ? 'is-wide' : 'is-tall';
};

function heroElement(hero: NonNullable<Hero>): Element {
  if ('svg' in hero) return h('div', { class: 'picture-diagram' }, [raw(hero.svg)]);
  if ('sentence' in hero) return h('div', { class: 'picture-sentence' }, [h('p', { 'data-fit': true }, words([{ text: hero.sentence }]))]);
  const parts = parseSignature(hero.signature.trim()).map((part) =>
    'literal' in part ? { text: part.literal } : { text: `<${part.placeholder}>`, varies: true },
  );
  return h('div', { class: 'picture-message' }, [h('code', { 'data-fit': true }, words(parts))]);
}

const shapes = { critical: 'octagon-alert', major: 'diamond', minor: 'circle' } as const satisfies Record<Severity, string>;

/** Severity as a shape and a word, as on the site, and the kind of a symptom. */
async function marks(severity: Severity, kind: SymptomKind | undefined): Promise<Element> {
  const shape = await readFile(new URL(import.meta.resolve(`lucide-static/icons/${shapes[severity]}.svg`)));
  return h('p', { class: 'picture-marks' }, [
    h('span', { class: ['mark', `is-${severity}`] }, [raw(shape), severities[severity].label]),
    ...(kind ? [h('span', symptomKinds[kind].label)] : []),
  ]);
}

const raw = (value: string | Buffer): ElementContent => ({ type: 'raw', value: value.toString() });
