import { paletteColours } from '../../model/closed-lists.ts';
import { suggest } from '../../model/suggest.ts';
import type { Finding, IssueKind } from '../../model/issue.ts';
import type { ArticleSource, Corpus, FieldPath } from '../../model/source.ts';
import { slugsOf, symptomIdsOf } from './corpus-ids.ts';
import { inContentRoot } from './in-content-root.ts';

interface Relation {
  path: FieldPath;
  id: string;
  /** What the id must be one of. */
  among: readonly string[];
  what: string;
  kind?: IssueKind;
  /** The file of the content root that lists what is accepted, and what an entry has besides its id. */
  list?: { file: string; fields: string };
}

/** Rule: every id that the frontmatter refers to exists. */
export function relations(article: ArticleSource, corpus: Corpus): Finding[] {
  return [...articleRelations(article, corpus), ...symptomRelations(article), ...remainingRelations(article, corpus)].flatMap((relation) =>
    danglingFinding(article, relation),
  );
}

function danglingFinding(article: ArticleSource, { path, id, among, what, kind = 'dangling-relation', list }: Relation): Finding[] {
  if (among.includes(id)) return [];
  const advice = among.length || !list ? suggest(id, among) : '';
  const add = list && `if it is a new one, add a line to ${inContentRoot(article, list.file)}: - { id: ${id}, ${list.fields} }`;
  const mend = [advice, add].filter(Boolean).join('; ');
  return [{ kind, ...article.placeOf(path), found: `${what} "${id}", which does not exist`, mend }];
}

const idsOf = (items: readonly { id: string }[]) => items.map((item) => item.id);
const each = (ids: readonly string[], path: FieldPath, rest: Omit<Relation, 'id' | 'path'>): Relation[] =>
  ids.map((id, index) => ({ id, path: [...path, index], ...rest }));
const optional = (id: string | undefined, path: FieldPath, rest: Omit<Relation, 'id' | 'path'>): Relation[] =>
  id ? [{ id, path, ...rest }] : [];

function articleRelations({ slug, frontmatter }: ArticleSource, corpus: Corpus): Relation[] {
  const others = slugsOf(corpus).filter((other) => other !== slug);
  return [
    ...each(frontmatter.technologies, ['technologies'], {
      among: [...corpus.technologies.keys()],
      what: 'technology',
      kind: 'unknown-technology',
      list: { file: 'technologies.yaml', fields: `name: …, colour: ${paletteColours.join('|')}` },
    }),
    ...each(frontmatter.authors, ['authors'], {
      among: [...corpus.authors.keys()],
      what: 'author',
      kind: 'unknown-author',
      list: { file: 'authors.yaml', fields: 'name: …' },
    }),
    ...each(frontmatter.related, ['related'], { among: others, what: 'related article' }),
  ];
}

function symptomRelations({ frontmatter }: ArticleSource): Relation[] {
  const references = idsOf(frontmatter.references);
  return frontmatter.symptoms.flatMap((symptom): Relation[] => {
    const path = ['symptoms', symptom.index];
    return [
      ...each(symptom.causes, [...path, 'causes'], { among: idsOf(frontmatter.causes), what: 'cause' }),
      ...each(symptom.fixes, [...path, 'fixes'], { among: idsOf(frontmatter.fixes), what: 'fix' }),
      ...each(symptom.lookAlikes, [...path, 'lookAlikes'], { among: idsOf(frontmatter.lookAlikes), what: 'look-alike' }),
      ...each(symptom.technologies, [...path, 'technologies'], { among: frontmatter.technologies, what: 'technology of the article' }),
      ...optional(symptom.check, [...path, 'check'], { among: idsOf(frontmatter.checks), what: 'check' }),
      ...symptom.signatures.flatMap(({ source }, at): Relation[] =>
        optional(source, [...path, 'signatures', at, 'source'], { among: references, what: 'reference' }),
      ),
    ];
  });
}

function remainingRelations({ frontmatter }: ArticleSource, corpus: Corpus): Relation[] {
  const symptoms = symptomIdsOf(corpus);
  const everySymptomIsKnown = corpus.articles.every(({ readable }) => readable);
  const slugs = [...slugsOf(corpus), ...corpus.reservedSlugs];
  return [
    ...frontmatter.checks.flatMap((check) =>
      check.readings.flatMap((reading, at) => readingRelations(check.index, at, reading, frontmatter)),
    ),
    ...frontmatter.fixes.flatMap((fix) =>
      each(fix.resolves, ['fixes', fix.index, 'resolves'], { among: idsOf(frontmatter.causes), what: 'cause' }),
    ),
    ...frontmatter.lookAlikes.flatMap((lookAlike): Relation[] => {
      const path = ['lookAlikes', lookAlike.index];
      return [
        ...optional(lookAlike.check, [...path, 'check'], { among: idsOf(frontmatter.checks), what: 'check' }),
        ...optional(everySymptomIsKnown ? lookAlike.symptom : undefined, [...path, 'symptom'], { among: symptoms, what: 'symptom' }),
        ...optional(lookAlike.article, [...path, 'article'], { among: slugs, what: 'article' }),
      ];
    }),
  ];
}

function readingRelations(
  check: number,
  at: number,
  reading: { is?: string | undefined; do?: string | undefined },
  { causes, lookAlikes, symptoms, fixes, checks }: ArticleSource['frontmatter'],
): Relation[] {
  const path = ['checks', check, 'readings', at];
  return [
    ...optional(reading.is, [...path, 'is'], {
      among: idsOf([...causes, ...lookAlikes, ...symptoms]),
      what: 'cause, look-alike or symptom of the article',
    }),
    ...optional(reading.do, [...path, 'do'], { among: idsOf([...fixes, ...checks]), what: 'fix or check of the article' }),
  ];
}
