/** The anchors that the pages of an article and of its symptoms have. */
import { referenceAnchor } from './permalinks.ts';
import type { ArticleSource } from '../model/source.ts';

type DeclaredSymptom = ArticleSource['frontmatter']['symptoms'][number];
/** The parts of an article from which its anchors derive. */
type Told = Pick<ArticleSource, 'frontmatter' | 'body'>;
type ToldWithLab = Told & Pick<ArticleSource, 'lab'>;

/** The lists of the frontmatter whose ids are anchors as they are. */
export const anchorLists = ['symptoms', 'causes', 'checks', 'fixes', 'lookAlikes'] as const;

/** Ids of the page templates, besides those of an article's parts. */
export const pageIds = [
  'main',
  'paste',
  'seeing',
  'before',
  'references',
  'says',
  'seen',
  'check',
  'look-alikes',
  'about',
  'more',
] as const;

/** The anchors of a technology's page. */
export const technologyAnchors = ['articles', 'symptoms'] as const;

/** The heading on a symptom's page over its fixes of each kind. */
const fixHeadings = { mitigate: 'stop', resolve: 'fix', prevent: 'prevent' } as const;

/** Returns the headings of an article's page. Those in a symptom's section are on the page of the symptom. */
const headingsOnPage = ({ frontmatter, body }: Told) =>
  body.headings.filter(({ section }) => !frontmatter.symptoms.some(({ id }) => id === section));

/** Returns the anchors of an article's present sections, headings and references. */
export const toldAnchors = ({ frontmatter, body }: Told): string[] => [
  ...anchorLists.flatMap((list) => frontmatter[list].map(({ id }) => id)),
  ...headingsOnPage({ frontmatter, body }).flatMap(({ id }) => id ?? []),
  ...frontmatter.references.map(({ id }) => referenceAnchor(id)),
  ...(frontmatter.references.length ? ['references'] : []),
];

/** Returns the former anchors of sections and headings that have another id now, each with the present one. */
export const renamedAnchors = ({ frontmatter, body }: Told): [former: string, present: string][] => [
  ...anchorLists.flatMap((list) => frontmatter[list].flatMap(({ id, aliases }) => pairs(id, aliases))),
  ...headingsOnPage({ frontmatter, body }).flatMap(({ id, formerIds }) => (id ? pairs(id, formerIds) : [])),
  ...frontmatter.references.flatMap(({ id, aliases }) => pairs(referenceAnchor(id), aliases.map(referenceAnchor))),
];
const pairs = (present: string, formers: readonly string[]): [string, string][] => formers.map((former) => [former, present]);

/** Returns the former anchors of sections and headings that have another id now. */
export const formerAnchors = (article: Told): string[] => renamedAnchors(article).map(([former]) => former);

/** The anchor of what the commands need, where the article says it. */
const needsAnchor = ({ body }: Pick<Told, 'body'>): string[] => (body.tags.some(({ name }) => name === 'BeforeYouStart') ? ['before'] : []);

/** Returns every anchor of an article's page. */
export const articleAnchors = (article: Told): Set<string> =>
  new Set([
    'seeing',
    ...needsAnchor(article),
    ...toldAnchors(article),
    ...formerAnchors(article),
    ...movedFromPage(article.frontmatter.moved),
  ]);

/** Returns every anchor of a symptom's page. */
export function symptomAnchors(symptom: DeclaredSymptom, { frontmatter, body, lab }: ToldWithLab): Set<string> {
  const captured = lab.scenarios.some(({ captures }) => Object.values(captures).some((symptoms) => symptoms.includes(symptom.id)));
  const fixes = frontmatter.fixes.filter(({ id }) => symptom.fixes.includes(id));
  const lookAlikes = frontmatter.lookAlikes.filter(({ id }) => symptom.lookAlikes.includes(id));
  const shown = [...frontmatter.checks.filter(({ id }) => id === symptom.check), ...fixes];
  const inside = body.headings.filter(({ section }) => section === symptom.id || shown.some(({ id }) => id === section));
  const isTold = body.sections.some(({ id, isEmpty }) => id === symptom.id && !isEmpty);
  return new Set([
    ...needsAnchor({ body }),
    ...(symptom.signatures.length ? ['says'] : []),
    ...(captured ? ['seen'] : []),
    'check',
    ...fixes.flatMap(({ kind }) => (kind ? fixHeadings[kind] : [])),
    ...(lookAlikes.length ? ['look-alikes'] : []),
    ...(isTold ? ['about'] : []),
    'more',
    ...[...shown, ...lookAlikes].flatMap(({ id, aliases }) => [id, ...aliases]),
    ...inside.flatMap(({ id, formerIds }) => [...(id ? [id] : []), ...formerIds]),
    ...movedFromPage(symptom.moved),
  ]);
}

/** Returns the moved anchors that stay on a page as links. Those of a merged article stay on its former page instead. */
const movedFromPage = (moved: readonly { from: string }[]): string[] => moved.map(({ from }) => from).filter((from) => !from.includes('#'));
