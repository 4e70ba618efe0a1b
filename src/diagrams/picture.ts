/** The picture of an article for link previews: title, technologies, first diagram. */
import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';

/** What the picture shows. */
export interface PictureContent {
  title: string;
  technologies: readonly { name: string; colour: string }[];
  /** The diagram as SVG; an empty text leaves its place out. */
  diagram: string;
}

/** Size in pixels, as link previews want it. */
export const pictureSize = { width: 1200, height: 630 };

const styleSheets = ['tokens', 'base', 'components', 'diagram', 'picture'];
const fonts = { '--font-sans-face': 'atkinson-hyperlegible-next', '--font-mono-face': 'atkinson-hyperlegible-mono' };

const read = (path: string) => readFile(new URL(path, import.meta.url));

/**
 * The page that is photographed. It refers to nothing outside itself.
 *
 * @param content what the picture shows
 */
export async function picturePage({ title, technologies, diagram }: PictureContent): Promise<string> {
  const sheets = await Promise.all(styleSheets.map((name) => read(`../styles/${name}.css`)));
  const faces = await Promise.all(
    Object.entries(fonts).map(async ([variable, file]) => {
      const data = (await read(`../fonts/${file}.woff2`)).toString('base64');
      return `@font-face { font-family: "${file}"; src: url(data:font/woff2;base64,${data}); font-weight: 400 700 } :root { ${variable}: "${file}" }`;
    }),
  );
  const body = h('body', [
    h('div', { class: 'picture-site' }, [
      { type: 'raw', value: (await read('../../public/favicon.svg')).toString().replace('<svg', '<svg width="44" height="44"') },
      'Faultbook',
    ]),
    h('h1', title),
    h(
      'ul',
      { class: 'technologies' },
      technologies.map(({ name, colour }) => h('li', [h('span', { class: ['technology', `tech-${colour}`] }, name)])),
    ),
    ...(diagram ? [h('div', { class: 'picture-diagram' }, [{ type: 'raw', value: diagram }])] : []),
  ]);
  const html = toHtml(h('html', { 'data-theme': 'light' }, [h('head', [h('style', [...sheets.map(String), ...faces].join('\n'))]), body]), {
    allowDangerousHtml: true,
  });
  return `<!doctype html>${html}`;
}

/**
 * Takes the picture.
 *
 * @param browser a running browser
 * @param html the page
 * @returns a PNG
 */
export async function takePicture(browser: Browser, html: string): Promise<Buffer> {
  const page = await browser.newPage({ viewport: pictureSize });
  try {
    await page.setContent(html);
    await page.evaluate(() => document.fonts.ready);
    return await page.screenshot({ type: 'png' });
  } finally {
    await page.close();
  }
}
