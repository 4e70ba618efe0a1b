import { articleParts } from '../vocabulary.ts';
import type { Finding } from '../issue.ts';
import type { ArticleSource, Corpus, FieldPath } from '../source.ts';

interface DeclaredId {
  id: string;
  path: FieldPath;
}

/** Anchors are unique in an article, and symptom ids and slugs over the whole site, former ones included. */
export function duplicateIds(article: ArticleSource, corpus: Corpus): Finding[] {
  return [...repeatedAnchors(article), ...takenElsewhere(article, corpus)];
}

const anchorLists = ['symptoms', 'causes', 'checks', 'fixes', 'lookAlikes'] as const;

function declaredIds({ frontmatter }: ArticleSource): DeclaredId[] {
  return [
    ...anchorLists.flatMap((list) => frontmatter[list].map(({ id, index }) => ({ id, path: [list, index, 'id'] }))),
    ...frontmatter.symptoms.flatMap(({ aliases, index }) => aliases.map((id, at) => ({ id, path: ['symptoms', index, 'aliases', at] }))),
  ];
}

function repeatedAnchors(article: ArticleSource): Finding[] {
  const seen = new Set<string>([...Object.keys(articleParts), 'references']);
  const references = new Set<string>();
  const repeated = [
    ...declaredIds(article).filter(({ id }) => seen.size === seen.add(id).size),
    ...article.frontmatter.references.flatMap(({ id, index }) =>
      references.size === references.add(id).size ? [{ id, path: ['references', index, 'id'] }] : [],
    ),
  ].map(({ id, path }) => ({ id, place: article.placeOf(path) }));
  // Parts keep their fixed ids; every other heading must have one of its own.
  const headings = article.body.headings
    .filter(({ id, depth }) => id !== undefined && depth > 2 && seen.size === seen.add(id).size)
    .map((heading) => ({ id: heading.id ?? '', place: { line: heading.line, column: heading.column } }));
  return [...repeated, ...headings].map(({ id, place }) => ({
    kind: 'duplicate-id',
    ...place,
    found: `id "${id}", which this article has already`,
    mend: 'choose another id; ids of symptoms, causes, checks, fixes, look-alikes and headings share one name space',
  }));
}

function takenElsewhere(article: ArticleSource, corpus: Corpus): Finding[] {
  const others = corpus.articles.filter((other) => other.slug !== article.slug);
  const owners = new Map(others.flatMap((other) => symptomIds(other).map(({ id }) => [id, other.slug] as const)));
  const slugOwners = new Map(
    others.flatMap((other) => [other.slug, ...other.frontmatter.aliases].map((slug) => [slug, other.slug] as const)),
  );
  const slugs = article.frontmatter.aliases.map((id, index) => ({ id, path: ['aliases', index] as FieldPath }));
  return [
    ...symptomIds(article).map((declared) => ({ ...declared, owner: owners.get(declared.id) })),
    ...slugs.map((declared) => ({ ...declared, owner: slugOwners.get(declared.id) })),
  ].flatMap(({ id, path, owner }): Finding[] =>
    owner
      ? [
          {
            kind: 'duplicate-id',
            ...article.placeOf(path),
            found: `id "${id}", which the article "${owner}" has already`,
            mend: 'choose an id of its own: it is the address of a page',
          },
        ]
      : [],
  );
}

const symptomIds = (article: ArticleSource): DeclaredId[] => declaredIds(article).filter(({ path }) => path[0] === 'symptoms');
