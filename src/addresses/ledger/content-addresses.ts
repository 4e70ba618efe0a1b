/** The addresses that derive from content: pages of articles, symptoms and technologies, their anchors, and former addresses. */
import { articleAnchors, symptomAnchors, technologyAnchors } from '../anchors.ts';
import type { Corpus } from '../../model/source.ts';
import { permalinksFor } from '../permalinks.ts';
import { redirectsOf, type NamedContent, type Redirect } from '../redirects.ts';

const permalinks = permalinksFor('/');

/** The anchors of every page of an article, symptom or technology, by the path of the page. */
export type ContentPages = ReadonlyMap<string, ReadonlySet<string>>;

/** Returns the present pages of a content root with their anchors. */
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

/** Returns the present and former names in a content root. */
export const namedContent = ({ articles, technologies }: Corpus): NamedContent => ({
  articles: articles.map(({ slug, frontmatter }) => ({ ...frontmatter, slug })),
  technologies: [...technologies.values()],
});

/** Returns the redirects of a content root by their former path. */
export const contentRedirects = (corpus: Corpus): Map<string, Redirect> =>
  new Map(redirectsOf(namedContent(corpus), permalinks).map((redirect) => [redirect.from, redirect]));

/** Returns every address that a content root publishes: pages, anchors, and pages at former addresses. */
export function contentAddresses(corpus: Corpus): string[] {
  const withAnchors = (path: string, anchors: Iterable<string>) => [path, ...[...anchors].map((anchor) => `${path}#${anchor}`)];
  return [
    ...[...contentPages(corpus)].flatMap(([path, anchors]) => withAnchors(path, anchors)),
    ...[...contentRedirects(corpus)].flatMap(([path, { anchors }]) => withAnchors(path, anchors.keys())),
  ];
}
