/** Every address that the site publishes, and every former one, for whoever checks or mends links to it. */
import { articleAnchors, renamedAnchors, symptomAnchors, technologyAnchors } from '../addresses/anchors.ts';
import { salvage } from '../model/salvage.ts';
import { commandAnchors } from '../model/command-anchors.ts';
import { contentUrl, type Permalinks } from '../addresses/permalinks.ts';
import type { FaultsFile } from '../model/faults-file.ts';
import { allArticles, articleText, technologiesInUse, type Article } from '../content/index.ts';
import { allRedirects } from '../content/moved.ts';

type Former = FaultsFile['former'];

/** An article as the rules for anchors see it. */
const sourceOf = (article: Article) => ({ frontmatter: salvage(article), body: article.body, lab: article.lab });

/**
 * The pages of the site, and its files for programs.
 *
 * @param addresses the URLs of the site
 */
export async function publishedPages(addresses: Permalinks): Promise<FaultsFile['pages']> {
  const articles = await allArticles();
  const technologies = await technologiesInUse();
  return [
    ...[addresses.home(), addresses.symptoms(), addresses.search(), addresses.use(), addresses.offline()].map((url) => ({ url })),
    ...[addresses.faults(), addresses.faultsSchema(), addresses.llms(), addresses.rss()].map((url) => ({ url })),
    ...[addresses.openSearch(), addresses.sitemap(), addresses.robots(), addresses.asset('favicon.svg')].map((url) => ({ url })),
    ...technologies.map(({ id }) => ({ url: addresses.technology(id), anchors: [...technologyAnchors] })),
    ...(await Array.fromAsync(articles, (article) => pagesOf(article, addresses))).flat(),
  ];
}

async function pagesOf(article: Article, addresses: Permalinks): Promise<FaultsFile['pages']> {
  const source = sourceOf(article);
  const blocks = [...commandAnchors((await articleText(article)).root.children).values()];
  const blocksIn = (sections: readonly string[]) => blocks.filter((anchor) => sections.some((id) => anchor.startsWith(`${id}_`)));
  return [
    { url: addresses.article(article.slug), anchors: [...articleAnchors(source), ...blocks] },
    ...source.frontmatter.symptoms.map((symptom) => ({
      url: addresses.symptom(symptom.id),
      anchors: [...symptomAnchors(symptom, source), ...blocksIn([symptom.check ?? '', ...symptom.fixes])],
    })),
  ];
}

/**
 * Every former address of a page or anchor, and where each leads.
 *
 * @param addresses the URLs of the site
 */
export async function formerAddresses(addresses: Permalinks): Promise<Former> {
  const redirects = await allRedirects(addresses);
  return [
    ...redirects.flatMap(({ from, to, anchors }) => [
      { from, to },
      ...[...anchors].map(([anchor, target]) => ({ from: `${from}#${anchor}`, to: target })),
    ]),
    ...(await allArticles()).flatMap((article) => formerAnchorsOf(article, addresses)),
  ];
}

/** The former anchors of an article's pages: renamed ones, and those of what is told elsewhere now. */
function formerAnchorsOf(article: Article, addresses: Permalinks): Former {
  const source = sourceOf(article);
  const renamed = renamedAnchors(source);
  const onPage = (page: string, anchors: ReadonlySet<string>, moved: Article['moved']): Former => [
    ...renamed
      .filter(([former, present]) => anchors.has(former) && anchors.has(present))
      .map(([former, present]) => ({ from: `${page}#${former}`, to: `${page}#${present}` })),
    ...moved
      .filter(({ from }) => !from.includes('#'))
      .map(({ from, to }) => ({ from: `${page}#${from}`, to: contentUrl(to, article.slug, addresses) })),
  ];
  return [
    ...onPage(addresses.article(article.slug), articleAnchors(source), article.moved),
    ...source.frontmatter.symptoms.flatMap((symptom) =>
      onPage(addresses.symptom(symptom.id), symptomAnchors(symptom, source), symptom.moved),
    ),
  ];
}
