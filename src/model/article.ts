/** The types of the content model, derived from its schema. */
import type { z } from 'zod';
import type {
  articleSchema,
  causeSchema,
  checkSchema,
  fixSchema,
  lookAlikeSchema,
  movedSchema,
  readingSchema,
  referenceSchema,
  signatureSchema,
  symptomSchema,
} from './schema.ts';
import { severities, type Severity } from './vocabulary.ts';

/** @see signatureSchema */
export type Signature = z.output<typeof signatureSchema>;
/** @see symptomSchema */
export type Symptom = z.output<typeof symptomSchema>;
/** @see causeSchema */
export type Cause = z.output<typeof causeSchema>;
/** @see checkSchema */
export type Check = z.output<typeof checkSchema>;
/** @see readingSchema */
export type Reading = z.output<typeof readingSchema>;
/** @see fixSchema */
export type Fix = z.output<typeof fixSchema>;
/** @see lookAlikeSchema */
export type LookAlike = z.output<typeof lookAlikeSchema>;
/** @see referenceSchema */
export type Reference = z.output<typeof referenceSchema>;
/** @see movedSchema */
export type Moved = z.output<typeof movedSchema>;

/** An article's frontmatter. */
export type ArticleFrontmatter = z.output<typeof articleSchema>;

/** The tags of a body's sections, each with the field of the frontmatter that declares what the section describes. */
export const sectionKinds = { Symptom: 'symptoms', Cause: 'causes', Check: 'checks', Fix: 'fixes' } as const;
/** The tag of a section. */
export type SectionKind = keyof typeof sectionKinds;
/** Whether a tag opens a section. */
export const isSectionKind = (name: string | null): name is SectionKind => name !== null && Object.hasOwn(sectionKinds, name);

/** Returns the severity of an article: that of its worst symptom. */
export const severityOf = ({ symptoms }: Pick<ArticleFrontmatter, 'symptoms'>): Severity =>
  (Object.keys(severities) as Severity[]).find((severity) => symptoms.some((symptom) => symptom.severity === severity)) ?? 'minor';
