/** The data that the sections of an article's body are rendered with. */
import type { Cause, Check, Fix, LookAlike, Reading, Symptom } from '../model/article.ts';
import { diagramLanguage } from '../model/code-languages.ts';
import { commandsOf } from '../model/commands.ts';
import { commandEvidence, evidenceOf, type Evidence } from '../model/lab-record.ts';
import { articleParts, type FixKind } from '../model/vocabulary.ts';
import type { Permalinks } from '../addresses/permalinks.ts';
import type { Article } from './index.ts';

/** A title, and the URL of the section or page with that title. */
export interface Told {
  title: string;
  url: string;
}

/** A symptom in the table of an article's messages. */
export interface MessageRow {
  symptom: Symptom;
  /** The URL of its page. */
  page: string;
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
  /** Whether it is one line that unfolds. */
  isFolded?: boolean;
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

/** A row of a check's readings, with the titles and URLs of what it refers to. */
export interface ReadingRow {
  shows: string;
  means: string | undefined;
  is: Told | undefined;
  do: Told | undefined;
}

/** The data of a check's section. */
export interface CheckSectionProps {
  check: Check;
  /** Whether it is one line that unfolds. */
  isFolded?: boolean;
  readings: readonly ReadingRow[];
  run: CommandsRun;
}

/** The data of a section, which is shown besides its prose. */
export type SectionProps = { symptom: Symptom } | { cause: Cause } | CheckSectionProps | FixSectionProps;

/** The props of an article's body. */
export interface BodyProps {
  /** The data of its sections, by id. */
  sections: Record<string, SectionProps>;
  lookAlikes: { entries: readonly LookAlikeEntry[] };
  /** The rows of the table that stands in the place of the symptoms' sections. */
  messages?: readonly MessageRow[];
  /** Whether what the commands need is shown before the groups. */
  hasNeeds?: boolean;
  /** The sections that are shown, in groups; without it the whole body is. */
  groups?: readonly SectionGroup[];
}

/** Sections under one heading, or without one. */
export interface SectionGroup {
  /** Anchor of the heading. */
  id: string;
  title: string;
  /** Ids of the sections, in the order in which they are shown. */
  ids: readonly string[];
  /** Those that are one line each, which unfolds. */
  folded?: readonly string[];
}

/** Returns the name of the slot for a section of a rendered body. Other parts of the body have names of another form. */
export const sectionSlot = (id: string): string => `#${id}`;
/** The name of the slot for what the commands need. */
export const beforeYouStartSlot = 'before';
/** Where the article shows the table of its messages instead of its symptoms' sections. */
export const messagesPart = 'messages';

/**
 * Returns the props for the whole body of an article. The first check and the first fix that stops the fault are open, the others folded.
 *
 * @param article the article
 * @param permalinks the URLs of the site
 * @param slugs the articles that exist
 */
export function bodyProps(article: Article, permalinks: Permalinks, slugs: readonly string[]): BodyProps {
  const whole = new Set([article.checks[0]?.id, article.fixes.find(({ kind }) => kind === 'mitigate')?.id]);
  return {
    sections: {
      ...byId(article.causes, (cause) => ({ cause })),
      ...byId(article.checks, (check) => ({ ...checkProps(check, article, permalinks, slugs), isFolded: !whole.has(check.id) })),
      ...byId(article.fixes, (fix) => ({
        ...fixProps(fix, article, permalinks),
        url: permalinks.article(article.slug, fix.id),
        isFolded: !whole.has(fix.id),
      })),
    },
    lookAlikes: { entries: article.lookAlikes.map((lookAlike) => lookAlikeEntry(lookAlike, article, permalinks, slugs)) },
    messages: article.symptoms.map((symptom) => ({ symptom, page: permalinks.symptom(symptom.id) })),
  };
}

const byId = <T extends { id: string }, P>(items: readonly T[], propsOf: (item: T) => P): Record<string, P> =>
  Object.fromEntries(items.map((item) => [item.id, propsOf(item)]));

/**
 * Returns the props for an article's body of which only some sections are shown.
 *
 * @param groups the ids of the sections; a link to one of them stays on the page
 * @param article the article
 * @param permalinks the URLs of the site
 * @param slugs the articles that exist
 */
export function partialBodyProps(
  groups: readonly SectionGroup[],
  article: Article,
  permalinks: Permalinks,
  slugs: readonly string[],
): BodyProps {
  const ids = groups.flatMap((group) => group.ids);
  const folded = new Set(groups.flatMap((group) => group.folded ?? []));
  return {
    groups,
    sections: {
      ...byId(pick(article.symptoms, ids), (symptom) => ({ symptom })),
      ...byId(pick(article.checks, ids), (check) => checkProps(check, article, permalinks, slugs, ids)),
      ...byId(pick(article.fixes, ids), (fix) => ({
        ...fixProps(fix, article, permalinks),
        url: permalinks.article(article.slug, fix.id),
        isFolded: folded.has(fix.id),
      })),
    },
    lookAlikes: { entries: [] },
  };
}

/** The items with these ids, in the order of the ids. */
export const pick = <T extends { id: string }>(items: readonly T[], ids: readonly string[]): T[] =>
  ids.flatMap((id) => items.find((item) => item.id === id) ?? []);

/**
 * Returns what to do about a symptom: what the commands need, the check, then the fixes by what they are for. The first fix of those that
 * stop it and of those that mend it is whole, the others are folded. Groups without any are left out.
 *
 * @param symptom the symptom
 * @param article the article that describes it
 */
export function symptomGroups(symptom: Symptom, article: Article): SectionGroup[] {
  const fixes = pick(article.fixes, symptom.fixes);
  const idsOf = (wanted: FixKind) => fixes.filter(({ kind }) => kind === wanted).map(({ id }) => id);
  const groupOf = (kind: FixKind, id: 'stop' | 'fix' | 'prevent', whole: number): SectionGroup => {
    const ids = idsOf(kind);
    return { id, title: articleParts[id], ids, folded: ids.slice(whole) };
  };
  return [
    { id: 'check', title: 'Confirm it', ids: [symptom.check] },
    groupOf('mitigate', 'stop', 1),
    groupOf('resolve', 'fix', 1),
    groupOf('prevent', 'prevent', 0),
  ].filter(({ ids }) => ids.length > 0);
}

/** Returns what the article says of one symptom alone; nothing when it says nothing. */
export const aboutSymptom = ({ id }: Symptom, { body }: Article): SectionGroup[] =>
  body.sections.some((section) => section.id === id && !section.isEmpty) ? [{ id: 'about', title: 'About this message', ids: [id] }] : [];

/** Whether the page of a symptom shows a diagram. */
export function hasDiagram(symptom: Symptom, article: Article): boolean {
  const shown = [...symptomGroups(symptom, article), ...aboutSymptom(symptom, article)].flatMap(({ ids }) => ids);
  return article.body.code.some(({ language, section }) => language === diagramLanguage && shown.includes(section?.id ?? ''));
}

/** The look-alikes of a symptom. */
export const lookAlikesOf = (symptom: Symptom, article: Article, permalinks: Permalinks, slugs: readonly string[]): LookAlikeEntry[] =>
  pick(article.lookAlikes, symptom.lookAlikes).map((lookAlike) => lookAlikeEntry(lookAlike, article, permalinks, slugs));

function checkProps(
  check: Check,
  article: Article,
  permalinks: Permalinks,
  slugs: readonly string[],
  onPage: readonly string[] = [],
): CheckSectionProps {
  return { check, readings: readingRows(check.readings, article, permalinks, slugs, onPage), run: commandsRun(check.id, article) };
}

/**
 * Returns the readings of a check with the titles and URLs of what they refer to.
 *
 * @param readings the readings
 * @param article the article of the check
 * @param permalinks the URLs of the site
 * @param slugs the articles that exist
 * @param onPage the ids of the sections that are on the same page
 */
export function readingRows(
  readings: readonly Reading[],
  article: Article,
  permalinks: Permalinks,
  slugs: readonly string[],
  onPage: readonly string[] = [],
): ReadingRow[] {
  const { slug, causes, lookAlikes, symptoms, fixes, checks } = article;
  const urlOf = (id: string) => (onPage.includes(id) ? `#${id}` : permalinks.article(slug, id));
  const told = ({ id, title }: { id: string; title: string }): Told => ({ title, url: urlOf(id) });
  const proved = new Map<string, Told>([
    ...causes.map((cause) => [cause.id, told(cause)] as const),
    ...lookAlikes.map((lookAlike) => {
      const { page } = lookAlikeEntry(lookAlike, article, permalinks, slugs);
      return [lookAlike.id, { title: lookAlike.title, url: page ?? urlOf(lookAlike.id) }] as const;
    }),
    ...symptoms.map(({ id, title }) => [id, { title, url: permalinks.symptom(id) }] as const),
  ]);
  const next = new Map([...fixes, ...checks].map((section) => [section.id, told(section)]));
  return readings.map(({ shows, means, is, do: step }) => ({
    ...{ shows, means },
    is: is === undefined ? undefined : proved.get(is),
    do: step === undefined ? undefined : next.get(step),
  }));
}

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
