/** The logo of a site: a picture as it is, or shapes in the accent colour of the theme. */
import type { SitePicture } from '../content/read-site.ts';
import { strangeMarkup, tagsIn, type AllowedSvg } from './svg-markup.ts';

/** What a logo in the accent colour may consist of: it goes into every page. */
const allowed: AllowedSvg = {
  elements: new Set('circle ellipse g line path polygon polyline rect'.split(' ')),
  attributes: new Set(
    (
      'clip-rule cx cy d fill fill-opacity fill-rule height opacity points r rx ry stroke stroke-dasharray stroke-linecap stroke-linejoin ' +
      'stroke-miterlimit stroke-opacity stroke-width transform viewBox width x x1 x2 xmlns y y1 y2'
    ).split(' '),
  ),
};

const types: Readonly<Record<string, string>> = { svg: 'image/svg+xml', png: 'image/png', ico: 'image/x-icon' };

/** Returns the media type of a picture, by the ending of its name. */
export const pictureType = (file: string): string => types[file.split('.').at(-1) ?? ''] ?? '';

/**
 * Returns the SVG of a logo that is drawn in `currentColor`, so that it takes the accent colour of the theme. An SVG with colours of its own
 * and a PNG are pictures: undefined.
 *
 * @param logo the logo
 */
export function accentedSvg(logo: SitePicture): string | undefined {
  if (pictureType(logo.file) !== types['svg']) return undefined;
  const svg = textOf(logo)
    .replace(/^[\s\S]*?(?=<svg)/, '')
    .replace(/<!--[\s\S]*?-->/g, '')
    .trim();
  return svg.includes('currentColor') ? svg : undefined;
}

/**
 * Looks for what a logo must not bring into pages.
 *
 * @param svg a logo that takes the accent colour
 * @returns what it is; undefined when all of it is allowed
 */
export const strangeInLogo = (svg: string): string | undefined =>
  strangeMarkup(svg, allowed) ??
  tagsIn(svg)
    .flatMap(({ attributes }) => attributes)
    .find(({ value }) => /url\(/.test(value))?.value;

/**
 * Returns whether an icon takes its colour from the page around it. A tab has no text colour to take, so browsers draw such an icon in black,
 * which cannot be seen on a dark tab.
 *
 * @param icon the icon of the site
 */
export function lacksColour(icon: SitePicture): boolean {
  const svg = accentedSvg(icon);
  return svg !== undefined && !/(?<![\w-])color\s*[:=]/.test(svg);
}

/**
 * Returns a logo that takes the accent colour as markup for pages. Screen readers pass over it, since the name stands beside it.
 *
 * @param svg the logo
 * @param size how wide and high it is, in pixels
 */
export function logoMarkup(svg: string, size: number): string {
  const sized = `<svg width="${size}" height="${size}" aria-hidden="true" focusable="false"`;
  return svg.replace(/<svg\b([^>]*)>/, (_, rest: string) => `${sized}${rest.replace(/\s(xmlns|width|height)="[^"]*"/g, '')}>`);
}

/**
 * Returns a logo as a URL that contains it, for pictures.
 *
 * @param logo the logo
 * @param colour what stands for `currentColor`
 */
export function logoAsData(logo: SitePicture, colour: string): string {
  const type = pictureType(logo.file);
  const content = type === types['svg'] ? textOf(logo).replaceAll('currentColor', colour) : logo.bytes;
  return `data:${type};base64,${Buffer.from(content).toString('base64')}`;
}

const textOf = ({ bytes }: SitePicture): string => new TextDecoder().decode(bytes);
