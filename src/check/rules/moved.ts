import { parseContentLink } from '../../addresses/permalinks.ts';
import { toldAnchors } from '../../addresses/anchors.ts';
import { suggest } from '../../model/suggest.ts';
import type { Finding } from '../../model/issue.ts';
import type { ArticleSource, Corpus, FieldPath } from '../../model/source.ts';

interface DeclaredMove {
  from: string;
  to: string;
  path: FieldPath;
}

/** Rule: each entry under `moved` points at a present anchor, not at another moved one, so that no chain or loop can arise. */
export function moved(article: ArticleSource, corpus: Corpus): Finding[] {
  return movesOf(article).flatMap((move) => [...wrongSource(move, article), ...wrongTarget(move, article, corpus)]);
}

const movesOf = ({ frontmatter }: ArticleSource): DeclaredMove[] => [
  ...frontmatter.moved.map(({ from, to, index }) => ({ from, to, path: ['moved', index] })),
  ...frontmatter.symptoms.flatMap((symptom) =>
    symptom.moved.map(({ from, to, index }) => ({ from, to, path: ['symptoms', symptom.index, 'moved', index] })),
  ),
];

function wrongSource({ from, path }: DeclaredMove, article: ArticleSource): Finding[] {
  const [slug = '', anchor] = from.split('#');
  const former = path[0] === 'moved' ? article.frontmatter.aliases : [];
  if (anchor === undefined || former.includes(slug)) return [];
  return [
    {
      kind: 'dangling-relation',
      ...article.placeOf([...path, 'from']),
      found: `the former slug "${slug}", which is not among the aliases of this article`,
      mend: former.length ? suggest(slug, former) : `add "aliases: [${slug}]" at the top level of the frontmatter, or write the id alone`,
    },
  ];
}

function wrongTarget({ to, path }: DeclaredMove, article: ArticleSource, corpus: Corpus): Finding[] {
  const finding = (mend: string): Finding[] => [
    { kind: 'broken-link', ...article.placeOf([...path, 'to']), found: `"${to}", which does not exist`, mend },
  ];
  const link = parseContentLink(to);
  const known = (id: string, ids: readonly string[]) => (ids.includes(id) ? [] : finding(suggest(id, ids)));
  switch (link?.to) {
    case 'section':
      return known(link.id, toldAnchors(article));
    case 'symptom':
      if (corpus.articles.some(({ readable }) => !readable)) return []; // the symptom may be in an article that could not be read
      return known(
        link.id,
        corpus.articles.flatMap(({ frontmatter }) => frontmatter.symptoms.map(({ id }) => id)),
      );
    case 'article': {
      const target = corpus.articles.find(({ slug }) => slug === link.slug);
      if (!target)
        return known(
          link.slug,
          corpus.articles.map(({ slug }) => slug),
        );
      return link.anchor && target.readable ? known(link.anchor, toldAnchors(target)) : [];
    }
    default:
      return finding('accepted: "#id", "article:slug#id", "article:slug" or "symptom:id"');
  }
}
