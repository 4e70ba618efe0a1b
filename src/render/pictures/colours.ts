/** The site's colours in the light theme, in a form that the renderer of pictures supports. */
import { readFileSync } from 'node:fs';
import Color from 'colorjs.io';

const styles = (name: string) => readFileSync(new URL(`../../styles/${name}.css`, import.meta.url), 'utf8');

/** Matches tokens that are colours, e.g. `--signal: light-dark(oklch(…), oklch(…))`. The first colour of a pair is for the light theme. */
const colourToken = /^\s*--([\w-]+): (?:light-dark\()?(oklch\([^)]*\))/gm;

const hex = (colour: string) => new Color(colour).to('srgb').toGamut({ method: 'clip' }).toString({ format: 'hex', collapse: false });

const byName = new Map([...styles('tokens').matchAll(colourToken)].map(([, name = '', colour = '']) => [name, hex(colour)]));

/**
 * Returns a colour of `styles/tokens.css` as `#rrggbb`.
 *
 * @param name its name without the hyphens at the start
 * @throws when the style sheet has no such colour
 */
export function colour(name: string): string {
  const found = byName.get(name);
  if (!found) throw new Error(`styles/tokens.css has no colour "--${name}", which a picture for link previews needs.`);
  return found;
}

/** The style sheet of diagrams without nesting and variables, which the renderer does not support. Each rule begins with the class `.flowchart`. */
export const diagramStyles: string = flatDiagramStyles();

function flatDiagramStyles(): string {
  const nested = /svg\.flowchart \{([\s\S]*)\}\s*\}\s*$/.exec(styles('flowchart'))?.[1] ?? '';
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
