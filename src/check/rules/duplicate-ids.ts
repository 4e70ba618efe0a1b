import { anchorLists, pageIds } from '../../addresses/anchors.ts';
import { articleParts } from '../../model/vocabulary.ts';
import type { Place } from '../../model/body.ts';
import type { Finding } from '../../model/issue.ts';
import type { ArticleSource, Corpus, FieldPath } from '../../model/source.ts';
import { memoiseByObject } from '../../memoise.ts';
import { inContentRoot } from './in-content-root.ts';

interface DeclaredId {
  id: string;
  path: FieldPath;
}

/** Rule: anchors are unique in an article, symptom ids and slugs in the whole site. Former ids count too. */
export function duplicateIds(article: ArticleSource, corpus: Corpus): Finding[] {
  return [...repeatedAnchors(article), ...repeatedSlugs(article), ...takenElsewhere(article, corpus), ...reserved(article, corpus)];
}

type AnchorList = (typeof anchorLists)[number] | 'references';

const idsIn = ({ frontmatter }: ArticleSource, list: AnchorList): DeclaredId[] =>
  frontmatter[list].map(({ id, index }) => ({ id, path: [list, index, 'id'] }));
const formerIdsIn = ({ frontmatter }: ArticleSource, list: AnchorList): DeclaredId[] =>
  frontmatter[list].flatMap(({ aliases, index }) => aliases.map((id, at) => ({ id, path: [list, index, 'aliases', at] })));

/** Returns the ids that the frontmatter declares. Former ids come last, so that of two equal ids the former one is reported. */
const declaredIds = (article: ArticleSource): DeclaredId[] => [
  ...anchorLists.flatMap((list) => idsIn(article, list)),
  ...anchorLists.flatMap((list) => formerIdsIn(article, list)),
];

/** Returns the items whose id is in `seen` already, and adds the other ids to it. */
const repeatedIn = <T extends { id: string }>(seen: Set<string>, items: readonly T[]): T[] =>
  items.filter(({ id }) => seen.size === seen.add(id).size);

function repeatedAnchors(article: ArticleSource): Finding[] {
  const seen = new Set<string>([...Object.keys(articleParts), ...pageIds]);
  const repeated = repeatedIn(seen, declaredIds(article));
  // The ids of the parts are fixed and in "seen" already; every other heading needs an id of its own.
  const headings = repeatedIn(seen, headingIds(article));
  const moves = repeatedIn(seen, movedIds(article.frontmatter.moved, ['moved']));
  const references = repeatedIn(new Set(), [...idsIn(article, 'references'), ...formerIdsIn(article, 'references')]);
  const onSymptoms = article.frontmatter.symptoms.flatMap((symptom) =>
    repeatedIn(new Set(), movedIds(symptom.moved, ['symptoms', symptom.index, 'moved'])),
  );
  return [
    ...[...repeated, ...references].map(({ id, path }) => repeatedFinding(id, article.placeOf(path))),
    ...headings.map(({ id, place }) => repeatedFinding(id, place)),
    ...[...moves, ...onSymptoms].map(({ id, path }) => repeatedFinding(id, article.placeOf(path))),
  ];
}

const headingIds = ({ body }: ArticleSource) =>
  body.headings.flatMap(({ id, depth, formerIds, line, column }) =>
    [...(id !== undefined && depth > 2 ? [id] : []), ...formerIds].map((pinned) => ({ id: pinned, place: { line, column } })),
  );
const movedIds = (moved: readonly { from: string; index: number }[], path: FieldPath): DeclaredId[] =>
  moved.map(({ from, index }) => ({ id: from, path: [...path, index, 'from'] }));

const repeatedFinding = (id: string, place: Place): Finding => ({
  kind: 'duplicate-id',
  ...place,
  found: `the id "${id}", which this article uses already`,
  mend: 'choose another id; symptoms, causes, checks, fixes, look-alikes and headings share one set of ids, former ids included',
});

const formerSlugs = ({ frontmatter }: ArticleSource): DeclaredId[] =>
  frontmatter.aliases.map((id, index) => ({ id, path: ['aliases', index] }));

function repeatedSlugs(article: ArticleSource): Finding[] {
  return repeatedIn(new Set([article.slug]), formerSlugs(article)).map(({ id, path }) => ({
    kind: 'duplicate-id',
    ...article.placeOf(path),
    found: id === article.slug ? `the alias "${id}", which is the present slug of the article` : `the alias "${id}" a second time`,
    mend: 'remove it: the aliases are the former slugs of the article, each listed once',
  }));
}

/** The slugs of the articles that have each symptom id, and each slug, now or formerly. */
const ownersIn = memoiseByObject((corpus: Corpus) => ({
  symptoms: slugsBy(corpus, (article) => symptomIds(article).map(({ id }) => id)),
  slugs: slugsBy(corpus, ({ slug, frontmatter }) => [slug, ...frontmatter.aliases]),
}));

function slugsBy(corpus: Corpus, idsOf: (article: ArticleSource) => readonly string[]): ReadonlyMap<string, string[]> {
  const slugs = new Map<string, string[]>();
  for (const article of corpus.articles) {
    for (const id of idsOf(article)) {
      const known = slugs.get(id);
      if (known) known.push(article.slug);
      else slugs.set(id, [article.slug]);
    }
  }
  return slugs;
}

function takenElsewhere(article: ArticleSource, corpus: Corpus): Finding[] {
  const owners = ownersIn(corpus);
  const another = (slugs: readonly string[] = []) => slugs.findLast((slug) => slug !== article.slug);
  return [
    ...symptomIds(article).map((declared) => ({ ...declared, owner: another(owners.symptoms.get(declared.id)) })),
    ...formerSlugs(article).map((declared) => ({ ...declared, owner: another(owners.slugs.get(declared.id)) })),
  ].flatMap(({ id, path, owner }): Finding[] =>
    owner
      ? [
          {
            kind: 'duplicate-id',
            ...article.placeOf(path),
            found: `the id "${id}", which the article "${owner}" uses already`,
            mend: 'choose an id that no other article uses: it is part of the address of a page',
          },
        ]
      : [],
  );
}

const symptomIds = (article: ArticleSource): DeclaredId[] => declaredIds(article).filter(({ path }) => path[0] === 'symptoms');

/** Reports former slugs that are reserved for a planned article: both would need the same address. */
function reserved(article: ArticleSource, corpus: Corpus): Finding[] {
  return formerSlugs(article)
    .filter(({ id }) => corpus.reservedSlugs.has(id))
    .map(({ id, path }) => ({
      kind: 'duplicate-id',
      ...article.placeOf(path),
      found: `the alias "${id}", which is reserved for a planned article`,
      mend: `remove it from ${inContentRoot(article, 'reserved-slugs.yaml')} if this is the planned article, or remove the alias`,
    }));
}
