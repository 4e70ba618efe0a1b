/** The site's colours in the light theme, in a form that the renderer of pictures supports. */
import Color from 'colorjs.io';
import type { AccentTokens } from '../accent.ts';
import { colourTokens } from '../tokens.ts';

/** The colours of pictures. */
export interface Palette {
  /**
   * Returns a colour as `#rrggbb`.
   *
   * Fails when `styles/tokens.css` has no such colour.
   *
   * @param name its name in `styles/tokens.css`, without the hyphens at the start
   */
  colour: (name: string) => string;
}

/**
 * Makes the colours of a site's pictures.
 *
 * @param accent the tokens that the site's accent colour replaces
 */
export function paletteWith(accent: AccentTokens | undefined): Palette {
  const tokens = new Map([...colourTokens, ...Object.entries(accent ?? {})]);
  const byName = new Map([...tokens].map(([name, { light }]) => [name, hex(light)]));
  const colour = (name: string) => {
    const found = byName.get(name);
    if (!found) throw new Error(`styles/tokens.css has no colour "--${name}", which a picture for link previews needs.`);
    return found;
  };
  return { colour };
}

const hex = (colour: string) => new Color(colour).to('srgb').toGamut({ method: 'clip' }).toString({ format: 'hex', collapse: false });
