/** Every address that the site publishes, and every former one, for whoever checks or fixes links to it. */
import { articleAnchors, renamedAnchors, symptomAnchors, technologyAnchors } from '../addresses/anchors.ts';
import { contentUrl, type Permalinks } from '../addresses/permalinks.ts';
import type { FaultsFile } from '../model/faults-file.ts';
import type { Article, SiteContent } from '../content/index.ts';
import { redirectsOf } from '../addresses/redirects.ts';

type Former = FaultsFile['former'];

/**
 * The pages of the site, and its files for programs.
 *
 * @param content the content of the site
 * @param addresses the URLs of the site
 */
export function publishedPages({ articles, technologiesInUse }: SiteContent, addresses: Permalinks): FaultsFile['pages'] {
  return [
    ...[addresses.home(), addresses.symptoms(), addresses.search(), addresses.use(), addresses.offline()].map((url) => ({ url })),
    ...[addresses.faults(), addresses.faultsSchema(), addresses.llms(), addresses.rss()].map((url) => ({ url })),
    ...[addresses.openSearch(), addresses.sitemap(), addresses.robots(), addresses.asset('favicon.svg')].map((url) => ({ url })),
    ...technologiesInUse.map(({ id }) => ({ url: addresses.technology(id), anchors: [...technologyAnchors] })),
    ...articles.flatMap((article) => pagesOf(article, addresses)),
  ];
}

function pagesOf(article: Article, addresses: Permalinks): FaultsFile['pages'] {
  const blocks = article.commandAnchors;
  const blocksIn = (sections: readonly string[]) => blocks.filter((anchor) => sections.some((id) => anchor.startsWith(`${id}_`)));
  return [
    { url: addresses.article(article.slug), anchors: [...articleAnchors(article), ...blocks] },
    ...article.frontmatter.symptoms.map((symptom) => ({
      url: addresses.symptom(symptom.id),
      anchors: [...symptomAnchors(symptom, article), ...blocksIn([symptom.check ?? '', ...symptom.fixes])],
    })),
  ];
}

/**
 * Every former address of a page or anchor, and where each leads.
 *
 * @param content the content of the site
 * @param addresses the URLs of the site
 */
export function formerAddresses(content: SiteContent, addresses: Permalinks): Former {
  return [
    ...redirectsOf(content, addresses).flatMap(({ from, to, anchors }) => [
      { from, to },
      ...[...anchors].map(([anchor, target]) => ({ from: `${from}#${anchor}`, to: target })),
    ]),
    ...content.articles.flatMap((article) => formerAnchorsOf(article, addresses)),
  ];
}

/** The former anchors of an article's pages: renamed ones, and those of what is elsewhere now. */
function formerAnchorsOf(article: Article, addresses: Permalinks): Former {
  const renamed = renamedAnchors(article);
  const onPage = (page: string, anchors: ReadonlySet<string>, moved: Article['moved']): Former => [
    ...renamed
      .filter(([former, present]) => anchors.has(former) && anchors.has(present))
      .map(([former, present]) => ({ from: `${page}#${former}`, to: `${page}#${present}` })),
    ...moved
      .filter(({ from }) => !from.includes('#'))
      .map(({ from, to }) => ({ from: `${page}#${from}`, to: contentUrl(to, article.slug, addresses) })),
  ];
  return [
    ...onPage(addresses.article(article.slug), articleAnchors(article), article.moved),
    ...article.frontmatter.symptoms.flatMap((symptom) =>
      onPage(addresses.symptom(symptom.id), symptomAnchors(symptom, article), symptom.moved),
    ),
  ];
}
