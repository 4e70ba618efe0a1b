/** The colours of `styles/tokens.css`, for what is made at build time. */
import { readFileSync } from 'node:fs';

/** The themes of the site. */
export const themes = ['light', 'dark'] as const;
/** @see themes */
export type Theme = (typeof themes)[number];
/** A colour in each theme, as CSS writes it. */
export type ThemedColour = Readonly<Record<Theme, string>>;

/** A token that is a colour: `--ink: light-dark(oklch(…), oklch(…))`, or one colour for both themes. */
const colourToken = /^\s*--([\w-]+): (?:light-dark\()?(oklch\([^)]*\))(?:, (oklch\([^)]*\))\))?/gm;

/** Reads a style sheet of `styles/`. */
export const readStyles = (name: string): string => readFileSync(new URL(`../styles/${name}.css`, import.meta.url), 'utf8');

/** The tokens that are colours, by name without the hyphens at the start. */
export const colourTokens: ReadonlyMap<string, ThemedColour> = new Map(
  [...readStyles('tokens').matchAll(colourToken)].map(([, name = '', light = '', dark = light]) => [name, { light, dark }]),
);
