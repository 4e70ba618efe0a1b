/** The site's colours in the light theme, in a form that the renderer of pictures supports. */
import Color from 'colorjs.io';
import type { AccentTokens } from '../accent.ts';
import { colourTokens, readStyles } from '../tokens.ts';

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
  /** The style sheet of diagrams without nesting and variables, which the renderer does not support. Each rule begins with `.flowchart`. */
  diagramStyles: string;
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
  return { colour, diagramStyles: flatDiagramStyles(colour) };
}

const hex = (colour: string) => new Color(colour).to('srgb').toGamut({ method: 'clip' }).toString({ format: 'hex', collapse: false });

function flatDiagramStyles(colour: Palette['colour']): string {
  const nested = /svg\.flowchart \{([\s\S]*)\}\s*\}\s*$/.exec(readStyles('flowchart'))?.[1] ?? '';
  const rules = [...nested.replace(/\/\*[\s\S]*?\*\//g, '').matchAll(/([^{};]+)\{([^}]*)\}/g)];
  return rules
    .filter(([, selectors = '']) => !/:(hover|focus)/.test(selectors))
    .map(
      ([, selectors = '', body = '']) => `${scoped(selectors)}{${body.replace(/var\(--([\w-]+)\)/g, (_, name: string) => colour(name))}}`,
    )
    .join('\n');
}

function scoped(selectors: string): string {
  const plain = selectors.replace(/:is\(([^)]*)\)/g, '$1').split(',');
  return plain.map((selector) => `.flowchart ${selector.trim()}`).join(',');
}
