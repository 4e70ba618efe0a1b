/** The data that the sections of an article's body are rendered with. */
import type { Cause, Check, Fix, LookAlike, Reference, Symptom } from '../model/article.ts';
import { commandsOf } from '../model/commands.ts';
import { commandEvidence, evidenceOf, symptomEvidence, type Evidence } from '../model/lab-record.ts';
import { articleParts, type FixKind } from '../model/vocabulary.ts';
import type { Permalinks } from '../addresses/permalinks.ts';
import type { Article } from './index.ts';

/** A title, and the URL of the section or page with that title. */
export interface Told {
  title: string;
  url: string;
}

/** The data of a symptom's section. */
export interface SymptomSectionProps {
  symptom: Symptom;
  references: readonly Reference[];
  page: string;
  check: Told | undefined;
  causes: readonly Told[];
  fixes: readonly { fix: Fix; url: string }[];
  /** The software on which the lab reproduced it. */
  evidence: Evidence | undefined;
}

/** How many commands of a section the lab ran, and on which software. */
export interface CommandsRun {
  ran: number;
  of: number;
  evidence: Evidence | undefined;
}

/** The data of a fix's section. */
export interface FixSectionProps {
  fix: Fix;
  /** Path of the section in its article, on a page where it stands alone. */
  url?: string;
  causes: readonly Told[];
  run: CommandsRun;
}

/** The data of a look-alike's entry. */
export interface LookAlikeEntry {
  lookAlike: LookAlike;
  check: Told | undefined;
  /** The URL of its symptom or article, if there is one. */
  page: string | undefined;
}

/** The data of a check's section. */
export interface CheckSectionProps {
  check: Check;
  run: CommandsRun;
}

/** The data of a section, which is shown besides its prose. */
export type SectionProps = SymptomSectionProps | { cause: Cause } | CheckSectionProps | FixSectionProps;

/** The props of an article's body. */
export interface BodyProps {
  /** The data of its sections, by id. */
  sections: Record<string, SectionProps>;
  lookAlikes: { entries: readonly LookAlikeEntry[] };
  /** The sections that are shown, in groups; without it the whole body is. */
  groups?: readonly SectionGroup[];
}

/** Sections under one heading. */
export interface SectionGroup {
  /** Anchor of the heading. */
  id: string;
  title: string;
  /** Ids of the sections, in the order in which they are shown. */
  ids: readonly string[];
}

/** Returns the name of the slot for a section of a rendered body. Other parts of the body have names of another form. */
export const sectionSlot = (id: string): string => `#${id}`;

/**
 * Returns the props for an article's body that is shown whole.
 *
 * @param article the article
 * @param permalinks the URLs of the site
 * @param slugs the articles that exist
 */
export function bodyProps(article: Article, permalinks: Permalinks, slugs: readonly string[]): BodyProps {
  return {
    sections: {
      ...byId(article.symptoms, (symptom) => symptomProps(symptom, article, permalinks)),
      ...byId(article.causes, (cause) => ({ cause })),
      ...byId(article.checks, (check) => checkProps(check, article)),
      ...byId(article.fixes, (fix) => fixProps(fix, article, permalinks)),
    },
    lookAlikes: { entries: article.lookAlikes.map((lookAlike) => lookAlikeEntry(lookAlike, article, permalinks, slugs)) },
  };
}

const byId = <T extends { id: string }, P>(items: readonly T[], propsOf: (item: T) => P): Record<string, P> =>
  Object.fromEntries(items.map((item) => [item.id, propsOf(item)]));

/**
 * Returns the props for an article's body of which only some checks and fixes are shown.
 *
 * @param groups the ids of the checks and fixes
 * @param article the article
 * @param permalinks the URLs of the site
 */
export function partialBodyProps(groups: readonly SectionGroup[], article: Article, permalinks: Permalinks): BodyProps {
  const ids = groups.flatMap((group) => group.ids);
  return {
    groups,
    sections: {
      ...byId(pick(article.checks, ids), (check) => checkProps(check, article)),
      ...byId(pick(article.fixes, ids), (fix) => ({
        ...fixProps(fix, article, permalinks),
        url: permalinks.article(article.slug, fix.id),
      })),
    },
    lookAlikes: { entries: [] },
  };
}

/** The items with these ids, in the order of the ids. */
export const pick = <T extends { id: string }>(items: readonly T[], ids: readonly string[]): T[] =>
  ids.flatMap((id) => items.find((item) => item.id === id) ?? []);

/**
 * Returns what to do about a symptom: the check, then the fixes by what they are for. Groups without any are left out.
 *
 * @param symptom the symptom
 * @param article the article that describes it
 */
export function symptomGroups(symptom: Symptom, article: Article): SectionGroup[] {
  const fixes = pick(article.fixes, symptom.fixes);
  const idsOf = (wanted: FixKind) => fixes.filter(({ kind }) => kind === wanted).map(({ id }) => id);
  return [
    { id: 'check', title: articleParts.checks, ids: [symptom.check] },
    { id: 'stop', title: articleParts.stop, ids: idsOf('mitigate') },
    { id: 'fix', title: articleParts.fix, ids: idsOf('resolve') },
    { id: 'prevent', title: articleParts.prevent, ids: idsOf('prevent') },
  ].filter(({ ids }) => ids.length > 0);
}

/** The look-alikes of a symptom. */
export const lookAlikesOf = (symptom: Symptom, article: Article, permalinks: Permalinks, slugs: readonly string[]): LookAlikeEntry[] =>
  pick(article.lookAlikes, symptom.lookAlikes).map((lookAlike) => lookAlikeEntry(lookAlike, article, permalinks, slugs));

/** What the section of a symptom shows. */
export function symptomProps(symptom: Symptom, article: Article, permalinks: Permalinks): SymptomSectionProps {
  const told = ({ id, title }: { id: string; title: string }): Told => ({ title, url: permalinks.article(article.slug, id) });
  return {
    symptom,
    references: article.references,
    page: permalinks.symptom(symptom.id),
    check: pick(article.checks, [symptom.check]).map(told)[0],
    causes: pick(article.causes, symptom.causes).map(told),
    fixes: pick(article.fixes, symptom.fixes).map((fix) => ({ fix, url: told(fix).url })),
    evidence: symptomEvidence(article.lab, symptom.id),
  };
}

const checkProps = (check: Check, article: Article): CheckSectionProps => ({ check, run: commandsRun(check.id, article) });

/** How many commands of a check or fix the lab ran. */
function commandsRun(id: string, { body, lab }: Article): CommandsRun {
  const commands = commandsOf(body.code.filter(({ section }) => section?.id === id));
  const ran = commands.filter(({ label, text }) => label && commandEvidence(lab, label, text));
  const labels = ran.map(({ label }) => label ?? '');
  const scenarios = lab.scenarios.filter((scenario) => labels.some((label) => label in scenario.commands));
  return { ran: ran.length, of: commands.length, evidence: evidenceOf(scenarios) };
}

const fixProps = (fix: Fix, article: Article, permalinks: Permalinks): FixSectionProps => ({
  fix,
  run: commandsRun(fix.id, article),
  causes: pick(article.causes, fix.resolves).map(({ id, title }) => ({ title, url: permalinks.article(article.slug, id) })),
});

function lookAlikeEntry(lookAlike: LookAlike, article: Article, permalinks: Permalinks, slugs: readonly string[]): LookAlikeEntry {
  const check = pick(article.checks, lookAlike.check ? [lookAlike.check] : [])[0];
  const page = lookAlike.symptom
    ? permalinks.symptom(lookAlike.symptom)
    : lookAlike.article && slugs.includes(lookAlike.article)
      ? permalinks.article(lookAlike.article)
      : undefined;
  return { lookAlike, check: check && { title: check.title, url: permalinks.article(article.slug, check.id) }, page };
}
