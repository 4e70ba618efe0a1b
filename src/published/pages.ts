/** Every URL that the site publishes, and every former URL, for tools that check or correct links to the site. */
import { articleAnchors, renamedAnchors, symptomAnchors, technologyAnchors } from '../addresses/anchors.ts';
import { contentUrl, type AbsoluteUrls } from '../addresses/permalinks.ts';
import type { FaultsFile } from '../model/faults-file.ts';
import type { Article, SiteContent } from '../content/index.ts';
import { redirectsOf } from '../addresses/redirects.ts';

type Former = FaultsFile['former'];

/**
 * Returns the pages of the site, its files for programs, and its public files.
 *
 * @param content the content of the site
 * @param absoluteUrls the URLs of the site
 */
export function publishedPages({ articles, technologiesInUse, publicFiles }: SiteContent, absoluteUrls: AbsoluteUrls): FaultsFile['pages'] {
  return [
    ...[
      absoluteUrls.home(),
      absoluteUrls.articles(),
      absoluteUrls.symptoms(),
      absoluteUrls.search(),
      absoluteUrls.use(),
      absoluteUrls.offline(),
    ].map((url) => ({
      url,
    })),
    ...[absoluteUrls.faults(), absoluteUrls.faultsSchema(), absoluteUrls.llms(), absoluteUrls.rss()].map((url) => ({ url })),
    ...[absoluteUrls.openSearch(), absoluteUrls.sitemap(), absoluteUrls.robots()].map((url) => ({ url })),
    ...publicFiles.map((file) => ({ url: absoluteUrls.asset(file) })),
    ...technologiesInUse.map(({ id }) => ({ url: absoluteUrls.technology(id), anchors: [...technologyAnchors] })),
    ...articles.flatMap((article) => pagesOf(article, absoluteUrls)),
  ];
}

function pagesOf(article: Article, absoluteUrls: AbsoluteUrls): FaultsFile['pages'] {
  const blocks = article.commandAnchors;
  const blocksIn = (sections: readonly string[]) => blocks.filter((anchor) => sections.some((id) => anchor.startsWith(`${id}_`)));
  const ofSymptoms = new Set(blocksIn(article.symptoms.map(({ id }) => id)));
  return [
    {
      url: absoluteUrls.article(article.slug),
      anchors: [...articleAnchors(article), ...blocks.filter((anchor) => !ofSymptoms.has(anchor))],
    },
    ...article.frontmatter.symptoms.map((symptom) => ({
      url: absoluteUrls.symptom(symptom.id),
      anchors: [...symptomAnchors(symptom, article), ...blocksIn([symptom.id, symptom.check ?? '', ...symptom.fixes])],
    })),
  ];
}

/**
 * Returns every former URL of a page or anchor, and where each leads.
 *
 * @param content the content of the site
 * @param absoluteUrls the URLs of the site
 */
export function formerAddresses(content: SiteContent, absoluteUrls: AbsoluteUrls): Former {
  return [
    ...redirectsOf(content, absoluteUrls).flatMap(({ from, to, anchors }) => [
      { from, to },
      ...[...anchors].map(([anchor, target]) => ({ from: `${from}#${anchor}`, to: target })),
    ]),
    ...content.articles.flatMap((article) => formerAnchorsOf(article, absoluteUrls)),
  ];
}

/** Returns the former anchors of an article's pages: renamed ones, and those whose content moved to another page. */
function formerAnchorsOf(article: Article, absoluteUrls: AbsoluteUrls): Former {
  const renamed = renamedAnchors(article);
  const onPage = (page: string, anchors: ReadonlySet<string>, moved: Article['moved']): Former => [
    ...renamed
      .filter(([former, present]) => anchors.has(former) && anchors.has(present))
      .map(([former, present]) => ({ from: `${page}#${former}`, to: `${page}#${present}` })),
    ...moved
      .filter(({ from }) => !from.includes('#'))
      .map(({ from, to }) => ({ from: `${page}#${from}`, to: contentUrl(to, article.slug, absoluteUrls) })),
  ];
  return [
    ...onPage(absoluteUrls.article(article.slug), articleAnchors(article), article.moved),
    ...article.frontmatter.symptoms.flatMap((symptom) =>
      onPage(absoluteUrls.symptom(symptom.id), symptomAnchors(symptom, article), symptom.moved),
    ),
  ];
}
