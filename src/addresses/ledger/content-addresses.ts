/** The addresses that content makes: pages of articles, symptoms and technologies, with their anchors, and former ones. */
import { articleAnchors, symptomAnchors, technologyAnchors } from '../anchors.ts';
import type { Corpus } from '../../model/source.ts';
import { permalinksFor } from '../permalinks.ts';
import { redirectsOf, type NamedContent, type Redirect } from '../redirects.ts';

const permalinks = permalinksFor('/');

/** The anchors of every page that content makes, by the path of the page. */
export type ContentPages = ReadonlyMap<string, ReadonlySet<string>>;

/** The pages of a content folder, as they are now. */
export function contentPages({ articles }: Corpus): ContentPages {
  const technologies = new Set(articles.flatMap(({ frontmatter }) => frontmatter.technologies));
  return new Map([
    ...articles.map((article) => [permalinks.article(article.slug), articleAnchors(article)] as const),
    ...articles.flatMap((article) =>
      article.frontmatter.symptoms.map((symptom) => [permalinks.symptom(symptom.id), symptomAnchors(symptom, article)] as const),
    ),
    ...[...technologies].map((id) => [permalinks.technology(id), new Set<string>(technologyAnchors)] as const),
  ]);
}

/** What a content folder has named, now and formerly. */
export const namedContent = ({ articles, technologies }: Corpus): NamedContent => ({
  articles: articles.map(({ slug, frontmatter }) => ({ ...frontmatter, slug })),
  technologies: [...technologies.values()],
});

/** The redirects of a content folder, by the path that each leads away from. */
export const contentRedirects = (corpus: Corpus): Map<string, Redirect> =>
  new Map(redirectsOf(namedContent(corpus), permalinks).map((redirect) => [redirect.from, redirect]));

/** Every address that a content folder publishes: pages, anchors, and the pages at former addresses. */
export function contentAddresses(corpus: Corpus): string[] {
  const withAnchors = (path: string, anchors: Iterable<string>) => [path, ...[...anchors].map((anchor) => `${path}#${anchor}`)];
  return [
    ...[...contentPages(corpus)].flatMap(([path, anchors]) => withAnchors(path, anchors)),
    ...[...contentRedirects(corpus)].flatMap(([path, { anchors }]) => withAnchors(path, anchors.keys())),
  ];
}
