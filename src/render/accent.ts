/** The accent colour of a site: what it becomes in each theme, and whether it can be read there. */
import Color from 'colorjs.io';
import type { AccentColour } from '../model/site-schema.ts';
import { colourTokens, themes, type Theme, type ThemedColour } from './tokens.ts';

/** The tokens that an accent replaces. */
export type AccentTokens = Readonly<Record<'signal' | 'signal-ground', ThemedColour>>;

/** Words in the accent colour need this contrast (WCAG 2.2, 1.4.3): links that are pointed at, the word "Match", the numbers of parts. */
export const leastContrast = 4.5;
/** What those words stand on. */
const grounds = ['ground', 'surface', 'surface-raised'] as const;
/** How light the accent is in the dark theme, when only the one of the light theme is given; on a scale to 1. */
const darkLightness = 0.74;
/** How the ground of a highlighted line differs from the accent: by its lightness, and with little colour. */
const groundOf = { light: { lightness: 0.955, chroma: 0.025 }, dark: { lightness: 0.28, chroma: 0.05 } } as const;

/**
 * Returns the tokens that an accent colour gives; undefined when the site has none, so that those of `styles/tokens.css` hold.
 *
 * @param accent the colour as `site.yaml` says it
 */
export function accentTokens(accent: AccentColour | undefined): AccentTokens | undefined {
  if (!accent) return undefined;
  const signal = { light: accent.light, dark: accent.dark ?? darkOf(accent.light) };
  return { signal, 'signal-ground': { light: paleGround(signal.light, 'light'), dark: paleGround(signal.dark, 'dark') } };
}

/** An accent colour that cannot be read in a theme. */
export interface Unreadable {
  theme: Theme;
  /** The contrast that it has with the ground where that is least. */
  contrast: number;
  /** The nearest colour of the same hue that can be read. */
  nearest: string;
}

/**
 * Returns in which themes an accent colour cannot be read. A colour that is derived always can.
 *
 * @param accent the colour as `site.yaml` says it
 */
export const unreadableIn = (accent: AccentColour): Unreadable[] =>
  themes.flatMap((theme) => {
    const colour = accent[theme];
    if (colour === undefined || isReadable(colour, theme)) return [];
    return [{ theme, contrast: contrastIn(colour, theme), nearest: nearestReadable(colour, theme) }];
  });

const contrastIn = (colour: string, theme: Theme): number =>
  Math.min(...grounds.map((name) => new Color(colourTokens.get(name)?.[theme] ?? '').contrast(colour, 'WCAG21')));

const isReadable = (colour: string, theme: Theme): boolean => contrastIn(colour, theme) >= leastContrast;

/** Changes the lightness in small steps until the colour can be read: black and white always can. */
function nearestReadable(colour: string, theme: Theme): string {
  const step = theme === 'light' ? -0.005 : 0.005;
  let lightness = new Color(colour).oklch.l ?? 0;
  let found = colour;
  while (!isReadable(found, theme)) found = withLightness(colour, (lightness += step));
  return found;
}

const darkOf = (light: string): string =>
  nearestReadable(withLightness(light, Math.max(new Color(light).oklch.l ?? 0, darkLightness)), 'dark');

function paleGround(colour: string, theme: Theme): string {
  const { lightness, chroma } = groundOf[theme];
  return withLightness(colour, lightness, chroma);
}

/** A colour of the same hue as `#rrggbb`, with as much chroma as screens show at that lightness. */
function withLightness(colour: string, lightness: number, mostChroma = Infinity): string {
  const { c, h } = new Color(colour).oklch;
  const changed = new Color('oklch', [Math.min(1, Math.max(0, lightness)), Math.min(c ?? 0, mostChroma), h ?? 0]);
  return changed.to('srgb').toGamut({ method: 'css' }).toString({ format: 'hex', collapse: false });
}
