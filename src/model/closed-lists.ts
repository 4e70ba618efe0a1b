/** The entries of the closed lists that are files in `content/`. */
import { z } from 'zod';
import { idForm, idPattern } from './id.ts';

const id = z.string().regex(idPattern, `must be ${idForm}`);

/** Colours that a technology may have; `src/styles/tokens.css` gives each its values. */
export const paletteColours = ['red', 'amber', 'green', 'teal', 'cyan', 'blue', 'indigo', 'slate'] as const;

/** A technology that articles may name. */
export const technologySchema = z.strictObject({
  id: id.describe('The id, as it stands in addresses.'),
  name: z.string().min(2).describe('The name as its makers write it.'),
  colour: z.enum(paletteColours).describe('A colour of the palette.'),
  aliases: z.array(id).default([]).describe('Former ids, which keep resolving for ever.'),
});

/** A person or group that articles may name as author. */
export const authorSchema = z.strictObject({
  id: id.describe('The id.'),
  name: z.string().min(2).describe('The name as it is shown.'),
  kind: z.enum(['person', 'group']).default('person').describe('Whether the name stands for one person or for several.'),
});

/** A slug that is kept for a planned article. */
export const reservedSlugSchema = id;
