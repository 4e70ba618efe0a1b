/** The part of the frontmatter that rules use. It is available even when other fields do not fit the schema. */
import { z } from 'zod';
import { fixKinds } from './vocabulary.ts';

const text = z.string().optional().catch(undefined);
const texts = z.array(z.string()).catch([]);
/** Samples keep their place in the list; a wrong one is null. */
const samples = z
  .array(
    z
      .union([z.string(), z.object({ capture: z.string() })])
      .nullable()
      .catch(null),
  )
  .catch([]);

/** A schema of a list: keeps the items that have an id, with the fields of `shape` and their index in the list. */
const declared = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z
    .array(
      z
        .object({ id: z.string(), ...shape })
        .nullable()
        .catch(null),
    )
    .catch([])
    .transform((items) => items.flatMap((item, index) => (item ? [{ ...item, index }] : [])));

const moved = z
  .array(z.object({ from: z.string(), to: z.string() }).nullable().catch(null))
  .catch([])
  .transform((items) => items.flatMap((item, index) => (item ? [{ ...item, index }] : [])));

const schema = z.object({
  draft: z.boolean().catch(false),
  title: text,
  technologies: texts,
  authors: texts,
  related: texts,
  aliases: texts,
  moved,
  symptoms: declared({
    causes: texts,
    check: text,
    fixes: texts,
    lookAlikes: texts,
    technologies: texts,
    aliases: texts,
    moved,
    title: text,
    meaning: text,
    phrases: texts,
    samples,
    nearMisses: z.array(z.object({ text: z.string() }).catch({ text: '' })).catch([]),
    signatures: z.array(z.object({ text: z.string().catch(''), source: text }).catch({ text: '', source: undefined })).catch([]),
  }),
  causes: declared({ aliases: texts }),
  checks: declared({
    readings: z.array(z.object({ is: text, do: text }).catch({ is: undefined, do: undefined })).catch([]),
    aliases: texts,
  }),
  fixes: declared({
    kind: z
      .enum(Object.keys(fixKinds) as (keyof typeof fixKinds)[])
      .optional()
      .catch(undefined),
    resolves: texts,
    aliases: texts,
  }),
  lookAlikes: declared({ check: text, symptom: text, article: text, aliases: texts }),
  references: declared({ aliases: texts }),
});

/** The title, ids and relations of an article. */
export type DeclaredIds = z.output<typeof schema>;

/**
 * Returns the valid part of frontmatter, so that one wrong field does not hide what is wrong elsewhere.
 *
 * @param data the parsed frontmatter, of any shape
 */
export const salvage = (data: unknown): DeclaredIds =>
  schema.parse(typeof data === 'object' && data !== null && !Array.isArray(data) ? data : {});
