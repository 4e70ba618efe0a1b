/**
 * The shape of `/faults.json`: every symptom, for alert rules, bots and scripts.
 *
 * The types, the data and the published JSON Schema all derive from this schema. Fields may be added; DESIGN.md says which changes raise
 * the version. All URLs are absolute.
 */
import { z } from 'zod';
import { keysOf, lookAlikeSchema, readingSchema, referenceSchema, symptomSchema, testedWithSchema } from './schema.ts';
import { fixKinds, risks, severities, symptomKinds } from './vocabulary.ts';

/** The version of the shape. */
export const faultsVersion = 1;

const text = (what: string) => z.string().describe(what);
const url = (what: string) => z.url().describe(what);
const day = (what: string) => z.iso.date().describe(what);
const aliases = z.array(z.string()).describe('Former ids, which keep resolving for ever.');
const told = {
  id: text('Anchor of its section in the article.'),
  title: text('Its title.'),
  url: url('URL of its section in the article.'),
};
const command = text('Its first command, if it has one; <placeholders> stand for values to fill in.').optional();

const signatureSchema = z.object({
  text: text('The wording: literal words and <placeholders> for what varies. A literal "<" is written "\\<".'),
  printedBy: text('The software that prints it.'),
  since: text('First version known to print this wording.').optional(),
  until: text('Last version known to print this wording.').optional(),
  seenOn: text('Software and exact version on which the wording was reproduced.').optional(),
  source: referenceSchema
    .pick({ title: true, url: true })
    .strip()
    .describe('The source of the wording, when it was quoted rather than reproduced.')
    .optional(),
});

const linkSchema = z.object({ title: text('Its title.'), url: url('Its URL.') });

const readingRowSchema = z.object({
  shows: readingSchema.shape.shows,
  means: readingSchema.shape.means,
  is: linkSchema.describe('The cause, look-alike or symptom that it proves.').optional(),
  do: linkSchema.describe('The fix, or the next check.').optional(),
});

const fixSchema = z.object({
  ...told,
  kind: z.enum(keysOf(fixKinds)).describe('Whether it stops the symptom, removes the cause or keeps it from returning.'),
  risk: z.enum(keysOf(risks)).describe('What applying it can cost.'),
  effect: text('What applying it does to users, in a few words.').optional(),
  riskNote: text('What exactly is at risk.').optional(),
  takesEffect: text('How soon it works.'),
  resolves: z.array(z.string()).describe('Ids of the causes that it treats.'),
  command,
});

const publishedSymptomSchema = z.object({
  id: text('The permanent id.'),
  aliases,
  url: url('The page of the symptom, for tickets.'),
  markdown: url('The same page as Markdown.'),
  title: symptomSchema.shape.title.describe('The title: what a person would search for, with the decisive words of the message.'),
  kind: z.enum(keysOf(symptomKinds)).describe('What sort of thing is observed.'),
  severity: z.enum(keysOf(severities)).describe('How much stops working while this symptom lasts.'),
  revision: z
    .string()
    .regex(/^[0-9a-f]{8}$/)
    .describe('Revision of the article: the first digits of a hash of its source. Notes for tickets name it.'),
  order: z.int().min(0).describe('Position in its article, counted from 0; the most common symptom comes first.'),
  meaning: symptomSchema.shape.meaning,
  impact: symptomSchema.shape.impact,
  technologies: z.array(z.string()).min(1).describe('Names of the technologies, the main one first.'),
  reviewed: day('Last day on which somebody checked the article against the software.'),
  testedWith: z.array(testedWithSchema.strip()).min(1).describe('Software on which the article was tried, with exact versions.'),
  reproduced: z
    .object({ software: z.array(z.string()).describe('Software with its version.'), date: day('The day of the latest run.') })
    .describe('The software on which a lab reproduced the symptom; absent when none did.')
    .optional(),
  article: z
    .object({
      slug: text('The permanent id of the article.'),
      aliases,
      title: text('The title of the article.'),
      url: url('The page of the article.'),
      markdown: url('The article as Markdown.'),
    })
    .describe('The article that describes the symptom.'),
  signatures: z.array(signatureSchema).describe('The wordings by which it is recognised.'),
  phrases: z.array(z.string()).describe('How people describe it in their own words.'),
  causes: z.array(z.object(told)).min(1).describe('The causes, the likeliest first.'),
  check: z
    .object({ ...told, command, readings: z.array(readingRowSchema).describe('How to read the output of the command.') })
    .describe('The first check to run.'),
  fixes: z.array(fixSchema).min(1).describe('The fixes, in the order to try them.'),
  lookAlikes: z
    .array(
      z.object({
        ...told,
        prints: lookAlikeSchema.shape.prints,
        tell: lookAlikeSchema.shape.tell,
        page: url('The page about it, if there is one.').optional(),
      }),
    )
    .describe('Other faults that look nearly the same.'),
});

const pageSchema = z.object({
  url: url('URL of the page or file.'),
  anchors: z
    .array(z.string())
    .describe('Every anchor of the page, former ones included; absent when its anchors are not permanent.')
    .optional(),
});

const formerSchema = z.object({ from: url('A former URL of a page or anchor.'), to: url('The URL of the same content now.') });

/** The schema of the published file. */
export const faultsFileSchema = z.object({
  $schema: url('The JSON Schema of this file.'),
  version: z
    .literal(faultsVersion)
    .describe('Raised by changes that can break a program that reads the previous version. Ignore fields that you do not know.'),
  site: url('The URL of the site.'),
  faults: z.array(publishedSymptomSchema).describe('All symptoms, by title.'),
  pages: z.array(pageSchema).describe('Every page and every file for programs, so that other tools can check links.'),
  former: z
    .array(formerSchema)
    .describe('Every former URL; each still redirects. An anchor of a former page leads to the same anchor of the present page.'),
});

/** The published file. */
export type FaultsFile = z.output<typeof faultsFileSchema>;
/** A symptom as published. */
export type PublishedSymptom = z.output<typeof publishedSymptomSchema>;

/**
 * The JSON Schema of the published file (draft 2020-12).
 *
 * @param address where the schema is published: its `$id`
 */
export const faultsJsonSchema = (address: string): object => {
  // The input form allows unknown fields: a program's copy of the schema must accept fields that later versions add.
  const { $schema, ...rest } = z.toJSONSchema(faultsFileSchema, { io: 'input', target: 'draft-2020-12' });
  return { $schema, $id: address, title: 'The symptoms of a troubleshooting knowledge base', ...rest };
};
