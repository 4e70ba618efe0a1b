/**
 * The schema of an article's frontmatter, and so of the whole content model.
 *
 * Every field has a description. The error about a wrong value quotes it, so it says what the field is
 * for and what a good value looks like.
 */
import { z } from 'zod';
import { idForm, idPattern } from './id.ts';
import { fixKinds, risks, severities, symptomKinds } from './vocabulary.ts';

/** Returns the keys of a closed list, typed as a list of at least one for `z.enum`. */
export const keysOf = <T extends object>(list: T) => Object.keys(list) as [keyof T & string, ...(keyof T & string)[]];

const id = (what: string) => z.string().regex(idPattern, `must be ${idForm}, e.g. "redis-oom-command-not-allowed"`).max(80).describe(what);
const sentence = (what: string, max = 300) => z.string().trim().min(10).max(max).describe(what);
const idList = (what: string) => z.array(id(what)).describe(what);
const date = (what: string) => z.iso.date('must be a date written YYYY-MM-DD').describe(what);
const aliases = (what: string) => idList(what).default([]);
const formerIds = aliases('Former ids, which keep resolving for ever.');

/** A published anchor whose content is now elsewhere. */
export const movedSchema = z.strictObject({
  from: z
    .string()
    .regex(/^([a-z0-9-]+#)?[a-z0-9-]+$/, 'must be an id, or the former slug of a merged article and an id, e.g. "old-slug#old-id"')
    .describe(
      'The anchor that was published: an id of this page, or "former-slug#id" for an anchor of an article that was merged into this one.',
    ),
  to: z.string().min(2).describe('Where its content is now: "#id", "article:slug#id", "article:slug" or "symptom:id".'),
});
const moved = (what: string) => z.array(movedSchema).default([]).describe(what);

/** A wording by which a symptom is recognised, with the software that prints it and the evidence. */
export const signatureSchema = z
  .strictObject({
    text: z
      .string()
      .min(2)
      .max(600)
      .describe('The wording: literal words and <placeholders> for what varies. A literal "<word>" is written "\\<word>".'),
    printedBy: z.string().min(2).describe('The software that prints it: a server, client library or tool, e.g. "redis-py".'),
    since: z.string().optional().describe('First version known to print this wording, e.g. "7.0".'),
    until: z.string().optional().describe('Last version known to print this wording.'),
    seenOn: z.string().optional().describe('Software and exact version on which we reproduced it, e.g. "redis-server 7.0.15".'),
    source: id('Id of the reference that shows this wording, when it was quoted and not reproduced.').optional(),
  })
  .refine((signature) => signature.seenOn ?? signature.source, {
    error: 'needs evidence: "seenOn" (software and version that printed it) or "source" (id of a reference that shows it)',
  });

/** A text that a person would paste: written out, or output that the lab of the article captured. */
export const sampleSchema = z.union([z.string().min(1), z.strictObject({ capture: id('Name of the capture.') })], {
  error: 'must be a text, or { capture: name } for output that the lab of the article captured',
});

/** A paste that must not find the symptom. */
export const nearMissSchema = z.strictObject({
  text: z.string().min(1).describe('The text that a person would paste.'),
  because: sentence('What it is instead, and why.'),
});

/** One thing that a person observes. It has its own page, and its id never changes. */
export const symptomSchema = z
  .strictObject({
    id: id('Permanent id, unique over all articles, e.g. "redis-oom-command-not-allowed".'),
    title: z
      .string()
      .min(8)
      .max(110)
      .describe('The title: what a person would search for, with the decisive words of the message. Left out, it is the first signature.'),
    kind: z.enum(keysOf(symptomKinds)).describe('What sort of thing is observed.'),
    severity: z.enum(keysOf(severities)).describe('How much stops working while this symptom lasts.'),
    technologies: z
      .array(z.string())
      .default([])
      .describe('Ids of those of the article’s technologies that it concerns, the main one first. Left out, it is the article’s first.'),
    signatures: z.array(signatureSchema).default([]).describe('The wordings by which it is recognised, one in each entry.'),
    phrases: z.array(z.string().min(4).max(200)).default([]).describe('How people describe it in their own words.'),
    meaning: sentence('What it means, in one sentence.', 320),
    impact: sentence('What stops working while it lasts, and for whom.', 320),
    causes: idList('Ids of the causes, the likeliest first.').min(1),
    check: id('Id of the first check to run.'),
    fixes: idList('Ids of the fixes, in the order to try them.').min(1, 'a symptom needs at least one fix'),
    lookAlikes: idList('Ids of the look-alikes to rule out.').default([]),
    samples: z
      .array(sampleSchema)
      .min(1)
      .describe(
        'Texts that a person would paste, and that must find this symptom first; { capture: name } is output that the lab captured.',
      ),
    nearMisses: z.array(nearMissSchema).default([]).describe('Pastes that must not match this symptom.'),
    aliases: formerIds,
    moved: moved('Former anchors of this symptom’s page, and where each leads now.'),
  })
  .refine((symptom) => symptom.signatures.length + symptom.phrases.length > 0, {
    error: 'cannot be recognised: give it "signatures" (what software prints) or "phrases" (what people say)',
  });

/** A reason for the symptoms. */
export const causeSchema = z.strictObject({
  id: id('Id, unique in the article; the anchor of its section.'),
  title: z.string().min(8).max(110).describe('The cause as a statement, e.g. "The policy is noeviction and memory is full".'),
  aliases: formerIds,
});

/** One way in which the output of a check can be read. */
export const readingSchema = z
  .strictObject({
    shows: z.string().min(2).max(200).describe('What the output shows, with literal words in backticks, e.g. "`maxmemory:0`".'),
    means: z.string().min(3).max(200).describe('What that means, where no id says it, or in addition to the id.').optional(),
    is: id('Id of the cause, look-alike or symptom of this article that it proves.').optional(),
    do: id('Id of the fix, or of the next check, of this article.').optional(),
  })
  .refine((reading) => reading.means ?? reading.is, {
    error: 'needs "is" (the id of what it proves) or "means" (what it means, in words)',
  });

/** A command that tells causes or look-alikes apart. */
export const checkSchema = z.strictObject({
  id: id('Id, unique in the article; the anchor of its section.'),
  title: z.string().min(8).max(110).describe('The question that it answers, e.g. "Is Redis at its limit?".'),
  readings: z
    .array(readingSchema)
    .min(1)
    .describe('How to read its output: each thing that it can show, with what that is and what to do. The commonest first.'),
  aliases: formerIds,
});

/** A remedy. Its commands, verification and undo stand in the body. */
export const fixSchema = z
  .strictObject({
    id: id('Id, unique in the article; the anchor of its section.'),
    title: z.string().min(8).max(110).describe('What to do, as an instruction, e.g. "Raise maxmemory at run time".'),
    kind: z.enum(keysOf(fixKinds)).describe('Whether it stops the symptom, removes the cause or prevents a return.'),
    risk: z.enum(keysOf(risks)).describe('What applying it can cost.'),
    effect: z
      .string()
      .min(4)
      .max(40)
      .describe('What applying it does to users, in a few words, e.g. "drops sessions". Required unless the risk is "safe".')
      .optional(),
    riskNote: sentence('What exactly is at risk. Required unless the risk is "safe".', 200).optional(),
    resolves: idList('Ids of the causes that it removes or works around.').min(1),
    takesEffect: z.string().min(3).max(60).describe('How soon it works, e.g. "at once", "after a rolling restart".'),
    aliases: formerIds,
  })
  .refine((fix) => fix.risk === 'safe' || fix.effect, {
    error: 'needs an "effect" that says in a few words what it does to users, because its risk is not "safe"',
    path: ['effect'],
  })
  .refine((fix) => fix.risk === 'safe' || fix.riskNote, {
    error: 'needs a "riskNote" that says what is at risk, because its risk is not "safe"',
    path: ['riskNote'],
  });

/** Another fault that looks nearly the same. */
export const lookAlikeSchema = z.strictObject({
  id: id('Id, unique in the article; the anchor of its entry.'),
  title: z.string().min(6).max(110).describe('The other fault, e.g. "Redis cannot write its snapshot (MISCONF)".'),
  prints: z.string().min(2).max(400).describe('What it prints or shows, literally.'),
  tell: sentence('How to tell the two apart: the one thing to look at, and what it shows in each case.', 400),
  check: id('Id of the check that tells them apart, when the article has one.').optional(),
  symptom: id('Id of its symptom, if the site has one.').optional(),
  article: id('Slug of the article about it, existing or reserved.').optional(),
  aliases: formerIds,
});

/** A primary source: documentation, source code or an issue thread of the software itself. */
export const referenceSchema = z.strictObject({
  id: id('Id, unique in the article, cited in the body as [text](ref:id).'),
  title: z.string().min(6).max(160).describe('The title of the source, with the version or commit where that matters.'),
  url: z.url({ protocol: /^https$/, error: 'must be an https URL' }).describe('The URL of the source.'),
  aliases: formerIds,
});

/** Software that the article was tried on. */
export const testedWithSchema = z.strictObject({
  software: z.string().min(2).describe('Name as its makers write it, e.g. "Redis".'),
  version: z.string().regex(/\d/, 'must be an exact version, e.g. "7.0.15"').describe('The exact version.'),
});

/** The schema of an article's frontmatter. Relations are ids; the content check reports ids that do not exist. */
export const articleSchema = z.strictObject({
  draft: z.boolean().default(false).describe('Whether the article is a draft, which the check accepts and a build refuses.'),
  title: z.string().min(15).max(110).describe('The title: the problem as a person would search for it.'),
  summary: z
    .string()
    .trim()
    .min(120)
    .max(420)
    .describe('Two or three sentences: what happens, why, and what the article offers. Shown on cards and at the top of the page.'),
  technologies: z.array(z.string()).min(1).describe('Ids from technologies.yaml, the main one first.'),
  published: date('First day on the site.'),
  reviewed: date('Last day on which somebody checked it against the software.'),
  reviewEvery: z.int().min(30).max(1000).default(365).describe('Days after which it counts as stale.'),
  authors: z.array(z.string()).default([]).describe('Ids from authors.yaml, for search engines; without any, the site is the author.'),
  testedWith: z.array(testedWithSchema).min(1).describe('Software on which the article was tried, with exact versions.'),
  causes: z.array(causeSchema).min(1).describe('The causes; each has a <Cause id> section.'),
  symptoms: z.array(symptomSchema).min(1).describe('The symptoms that people observe; each has a <Symptom id> section.'),
  checks: z
    .array(checkSchema)
    .min(1)
    .describe('The checks that confirm a cause or rule one out; the first is the one to begin with. Each has a <Check id> section.'),
  fixes: z.array(fixSchema).min(1).describe('The fixes; each has a <Fix id> section.'),
  lookAlikes: z
    .array(lookAlikeSchema)
    .default([])
    .describe('Other problems that look nearly the same; shown where the body has <LookAlikes />.'),
  references: z
    .array(referenceSchema)
    .default([])
    .describe('Primary sources: documentation, source code, threads. An in-house service may have none.'),
  related: z.array(z.string()).default([]).describe('Slugs of related articles that exist.'),
  aliases: aliases('Former slugs, and the slugs of articles that were merged into this one; they redirect here for ever.'),
  moved: moved('Former anchors of this article, and where each leads now.'),
});
