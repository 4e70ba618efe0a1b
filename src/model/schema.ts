/**
 * What an article's frontmatter holds: the one schema of the content model.
 *
 * Every field has a description. Authors read it in the error that a wrong value gets, so it says
 * what the field is for and what a good value looks like.
 */
import { z } from 'zod';
import { idForm, idPattern } from './id.ts';
import { fixKinds, risks, severities, symptomKinds } from './vocabulary.ts';

/** The keys of a closed list, as a list that holds at least one. */
export const keysOf = <T extends object>(list: T) => Object.keys(list) as [keyof T & string, ...(keyof T & string)[]];

const id = (what: string) => z.string().regex(idPattern, `must be ${idForm}, e.g. "redis-oom-command-not-allowed"`).max(80).describe(what);
const sentence = (what: string, max = 300) => z.string().trim().min(10).max(max).describe(what);
const idList = (what: string) => z.array(id(what)).describe(what);
const date = (what: string) => z.iso.date('must be a date written YYYY-MM-DD').describe(what);
const aliases = (what: string) => idList(what).default([]);
const formerIds = aliases('Former ids, which keep resolving for ever.');

/** Where a thing went that stood at an anchor of a page. */
export const movedSchema = z.strictObject({
  from: z
    .string()
    .regex(/^([a-z0-9-]+#)?[a-z0-9-]+$/, 'must be an id, or the former slug of a merged article and an id, e.g. "old-slug#old-id"')
    .describe('The anchor that was published: an id of this page, or "former-slug#id" for one of an article that was merged into this.'),
  to: z.string().min(2).describe('Where it is told now: "#id", "article:slug#id", "article:slug" or "symptom:id".'),
});
const moved = (what: string) => z.array(movedSchema).default([]).describe(what);

/** A wording by which a symptom is recognised, with who prints it and how we know. */
export const signatureSchema = z
  .strictObject({
    text: z
      .string()
      .min(2)
      .max(600)
      .describe('The wording: literal words and <placeholders> for what varies. A literal "<word>" is written "\\<word>".'),
    printedBy: z.string().min(2).describe('Who prints it: the server, client library or tool, e.g. "redis-py".'),
    since: z.string().optional().describe('First version known to print it so, e.g. "7.0".'),
    until: z.string().optional().describe('Last version known to print it so.'),
    seenOn: z.string().optional().describe('Software and exact version on which we made it appear, e.g. "redis-server 7.0.15".'),
    source: id('Id of the reference that shows this wording, when it was quoted and not seen.').optional(),
  })
  .refine((signature) => signature.seenOn ?? signature.source, {
    error: 'needs evidence: "seenOn" (software and version that printed it) or "source" (id of a reference that shows it)',
  });

/** A paste that must not find the symptom. */
export const nearMissSchema = z.strictObject({
  text: z.string().min(1).describe('The paste, as people make it.'),
  because: sentence('Why it is something else, and what.'),
});

/** One thing that a person observes. Has its own page; the id never changes. */
export const symptomSchema = z
  .strictObject({
    id: id('Permanent id, unique over all articles, e.g. "redis-oom-command-not-allowed".'),
    title: z.string().min(8).max(110).describe('What a person would search for, with the decisive words of the message.'),
    kind: z.enum(keysOf(symptomKinds)).describe('What sort of thing is observed.'),
    signatures: z.array(signatureSchema).default([]).describe('The wordings by which it is recognised, one each.'),
    phrases: z.array(z.string().min(4).max(200)).default([]).describe('How people describe it in their own words.'),
    meaning: sentence('What it means, in one sentence.', 320),
    impact: sentence('What stops working, and for whom, while it lasts.', 320),
    causes: idList('Ids of the causes, the likeliest first.').min(1),
    check: id('Id of the first check to run.'),
    fixes: idList('Ids of the fixes, in the order to try them.').min(1, 'a symptom needs at least one fix'),
    lookAlikes: idList('Ids of the look-alikes to rule out.').default([]),
    samples: z.array(z.string().min(1)).min(1).describe('Pastes, as people make them, that must find this symptom.'),
    nearMisses: z.array(nearMissSchema).default([]).describe('Pastes that must not find it.'),
    aliases: formerIds,
    moved: moved('Anchors that the page of this symptom had, and where each leads now.'),
  })
  .refine((symptom) => symptom.signatures.length + symptom.phrases.length > 0, {
    error: 'cannot be recognised: give it "signatures" (what software prints) or "phrases" (what people say)',
  });

/** Why it happens. */
export const causeSchema = z.strictObject({
  id: id('Id, unique in the article; the anchor of its section.'),
  title: z.string().min(8).max(110).describe('The cause as a statement, e.g. "The policy is noeviction and memory is full".'),
  aliases: formerIds,
});

/** A command that tells causes or look-alikes apart. */
export const checkSchema = z.strictObject({
  id: id('Id, unique in the article; the anchor of its section.'),
  title: z.string().min(8).max(110).describe('The question that it answers, e.g. "Is Redis at its limit?".'),
  aliases: formerIds,
});

/** A remedy. Its commands, verification and undo stand in the body. */
export const fixSchema = z
  .strictObject({
    id: id('Id, unique in the article; the anchor of its section.'),
    title: z.string().min(8).max(110).describe('What to do, as an instruction, e.g. "Raise maxmemory at run time".'),
    kind: z.enum(keysOf(fixKinds)).describe('Whether it stops the bleeding, resolves the cause or prevents a return.'),
    risk: z.enum(keysOf(risks)).describe('What applying it can cost.'),
    riskNote: sentence('What exactly is at risk. Required unless the risk is "safe".', 200).optional(),
    resolves: idList('Ids of the causes that it treats.').min(1),
    takesEffect: z.string().min(3).max(60).describe('How soon it works, e.g. "at once", "after a rolling restart".'),
    aliases: formerIds,
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
  tell: sentence('How to tell it apart: the one thing to look at, and what it shows in either case.', 400),
  check: id('Id of the check that tells them apart, when the article has one.').optional(),
  symptom: id('Id of the symptom that it is, when the site has it.').optional(),
  article: id('Slug of the article that treats it, existing or reserved.').optional(),
  aliases: formerIds,
});

/** A primary source: documentation, source code or an issue thread of the software itself. */
export const referenceSchema = z.strictObject({
  id: id('Id, unique in the article, cited in the body as [text](ref:id).'),
  title: z.string().min(6).max(160).describe('What it is, with the version or commit where that matters.'),
  url: z.url({ protocol: /^https$/, error: 'must be an https URL' }).describe('Where it stands.'),
  aliases: formerIds,
});

/** Software that the article was tried on. */
export const testedWithSchema = z.strictObject({
  software: z.string().min(2).describe('Name as its makers write it, e.g. "Redis".'),
  version: z.string().regex(/\d/, 'must be an exact version, e.g. "7.0.15"').describe('The exact version.'),
});

/** The schema of an article's frontmatter. Relations are ids; the check compares them with what exists. */
export const articleSchema = z.strictObject({
  title: z.string().min(15).max(110).describe('The fault as a person would search for it.'),
  summary: z
    .string()
    .trim()
    .min(120)
    .max(420)
    .describe('Two or three sentences: what happens, why, and what this article gives. Shown on cards and at the top.'),
  technologies: z.array(z.string()).min(1).describe('Ids from technologies.yaml, the main one first.'),
  severity: z.enum(keysOf(severities)).describe('How much stops working while it lasts.'),
  published: date('First day on the site.'),
  reviewed: date('Last day on which somebody checked it against the software.'),
  reviewEvery: z.int().min(30).max(1000).default(365).describe('Days after which it counts as stale.'),
  authors: z.array(z.string()).default([]).describe('Ids from authors.yaml, for search engines; without any, the site is the author.'),
  testedWith: z.array(testedWithSchema).min(1).describe('Software on which the article was tried, with exact versions.'),
  causes: z.array(causeSchema).min(1).describe('Why it happens; each is told in a <Cause id> section.'),
  symptoms: z.array(symptomSchema).min(1).describe('What a person observes; each is told in a <Symptom id> section.'),
  checks: z.array(checkSchema).min(1).describe('How to tell; each is told in a <Check id> section.'),
  fixes: z.array(fixSchema).min(1).describe('Remedies; each is told in a <Fix id> section.'),
  lookAlikes: z.array(lookAlikeSchema).default([]).describe('Faults that look nearly the same; shown where <LookAlikes /> stands.'),
  references: z.array(referenceSchema).min(1).describe('Primary sources.'),
  related: z.array(z.string()).default([]).describe('Slugs of related articles that exist.'),
  aliases: aliases('Former slugs, and the slugs of articles that were merged into this; they keep resolving for ever.'),
  moved: moved('Anchors that this article had, and where each leads now.'),
});
