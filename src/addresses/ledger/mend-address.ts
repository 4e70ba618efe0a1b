/** What to declare, and in which line of which file, so that an address that was published leads somewhere again. */
import { anchorLists, pageIds, symptomAnchors, toldAnchors } from '../anchors.ts';
import type { ArticleSource, Corpus } from '../../model/source.ts';
import { nearestOf } from '../../model/suggest.ts';
import { articleParts } from '../../model/vocabulary.ts';
import { permalinksFor, readAddress } from '../permalinks.ts';

/** The content as it is now, and the addresses in the ledger. */
export interface History {
  corpus: Corpus;
  published: ReadonlySet<string>;
}

/** An anchor that leads nowhere: the address as published, and the page on which the anchor is missing. */
export interface DeadAnchor {
  address: string;
  page: string;
  anchor: string;
}

const permalinks = permalinksFor('/');
const aliasLine = (known: readonly string[], alias: string) => `aliases: [${[...known, alias].join(', ')}]`;
const movedLine = (from: string, to: string) => `- { from: ${from}, to: ${to.startsWith('#') ? `'${to}'` : to} }`;

/**
 * What to declare for a page that is gone.
 *
 * @param page its path
 */
export function mendPage(page: string, history: History): string {
  const named = readAddress(page);
  switch (named?.page) {
    case 'article':
      return mendArticle(named.id, page, history);
    case 'symptom':
      return mendSymptom(named.id, page, history);
    default: {
      const fresh = [...history.corpus.technologies.keys()].filter((id) => !history.published.has(permalinks.technology(id)));
      const to = nearestOf(named?.id ?? '', fresh.length ? fresh : [...history.corpus.technologies.keys()]);
      return `say which technology it is now: in content/technologies.yaml, in the entry "${to}", add "aliases: [${named?.id}]"`;
    }
  }
}

function mendArticle(slug: string, page: string, { corpus, published }: History): string {
  const heir = heirOf(
    slug,
    page,
    published,
    corpus.articles.map((article) => ({ name: article.slug, anchors: toldAnchors(article), article })),
  );
  if (!heir) return `bring back the article "${slug}"`;
  const { slug: now, file, frontmatter } = heir.article;
  return `if it is "${now}" now, or was merged into it, add to ${file}, at the top of the frontmatter, "${aliasLine(frontmatter.aliases, slug)}"`;
}

function mendSymptom(id: string, page: string, { corpus, published }: History): string {
  const symptoms = corpus.articles.flatMap((article) => article.frontmatter.symptoms.map((symptom) => ({ symptom, article })));
  const heir = heirOf(
    id,
    page,
    published,
    symptoms.map(({ symptom, article }) => ({ name: symptom.id, anchors: [...symptomAnchors(symptom, article)], symptom, article })),
  );
  if (!heir) return `bring back the symptom "${id}"`;
  const { symptom, article } = heir;
  return `if it is "${symptom.id}" now, add to ${article.file}, under "- id: ${symptom.id}", "${aliasLine(symptom.aliases, id)}"`;
}

/** Anchors that say nothing about which article a page was. */
const common = new Set<string>([...Object.keys(articleParts), ...pageIds]);

/** The candidate that has most of the anchors that the page had; among equals, the one named most alike. */
function heirOf<T extends { name: string; anchors: readonly string[] }>(
  name: string,
  page: string,
  published: ReadonlySet<string>,
  candidates: readonly T[],
): T | undefined {
  const shared = ({ anchors }: T) => anchors.filter((anchor) => !common.has(anchor) && published.has(`${page}#${anchor}`)).length;
  const most = Math.max(0, ...candidates.map(shared));
  const best = candidates.filter((candidate) => shared(candidate) === most);
  const nearest = nearestOf(
    name,
    best.map((candidate) => candidate.name),
  );
  return best.find((candidate) => candidate.name === nearest);
}

/**
 * What to declare for an anchor that is gone from a page.
 *
 * @returns undefined when it comes back with another one that is reported as well
 */
export function mendAnchor({ address, page, anchor }: DeadAnchor, history: History): string | undefined {
  const { articles } = history.corpus;
  const named = readAddress(page);
  if (named?.page === 'article') {
    const article = articles.find(({ slug }) => slug === named.id);
    if (article) return mendInArticle(anchor, article, formerSlug(address, article), history);
  }
  if (named?.page === 'symptom') {
    const article = articles.find(({ frontmatter }) => frontmatter.symptoms.some(({ id }) => id === named.id));
    if (article) return mendOnSymptom(anchor, named.id, article, history);
  }
  return `keep "#${anchor}" on the page, as the id of what stands in its place`;
}

/** The slug by which the address names the article, when it is a former one. */
function formerSlug(address: string, { slug }: ArticleSource): string | undefined {
  const id = readAddress(address)?.id;
  return id === slug ? undefined : id;
}

function mendInArticle(anchor: string, article: ArticleSource, former: string | undefined, { corpus, published }: History): string {
  const from = former ? `${former}#${anchor}` : anchor;
  const declare = (to: string) => `add to ${article.file}, under "moved:" of the article, "${movedLine(from, to)}"`;
  const other = corpus.articles.find((candidate) => candidate !== article && toldAnchors(candidate).includes(anchor));
  if (other) return `it is told in "${other.slug}" now: ${declare(`article:${other.slug}#${anchor}`)}`;
  const told = toldAnchors(article);
  const fresh = told.filter((id) => !published.has(permalinks.article(article.slug, id)));
  const nearest = nearestOf(anchor, fresh.length ? fresh : told);
  if (former || fresh.length === 0) return `say where it is told now: ${declare(`#${nearest}`)}`;
  return `if it is "${nearest}" now, ${aliasFor(nearest, anchor, article)}; if it is told elsewhere, ${declare('article:<slug>#<id>')}`;
}

/** Where the alias of an id of an article is declared. */
function aliasFor(id: string, alias: string, { file, frontmatter, body }: ArticleSource): string {
  for (const list of anchorLists) {
    const declared = frontmatter[list].find((item) => item.id === id);
    if (declared) return `add to ${file}, under "- id: ${id}" of ${list}, "${aliasLine(declared.aliases, alias)}"`;
  }
  const reference = frontmatter.references.find((item) => `ref-${item.id}` === id);
  if (reference)
    return `add to ${file}, under "- id: ${reference.id}" of references, "${aliasLine(reference.aliases, alias.replace(/^ref-/, ''))}"`;
  const heading = body.headings.find((item) => item.id === id);
  const ids = [id, ...(heading?.formerIds ?? []), alias].map((pinned) => `#${pinned}`).join(' ');
  return `end its heading, ${file}:${heading?.line ?? 1}, with "[${ids}]"`;
}

/** What the headings of a symptom's page correspond to in its article. */
const partOf: Record<string, string> = { check: 'checks', 'look-alikes': 'checks', stop: 'stop', fix: 'fix', prevent: 'prevent' };

function mendOnSymptom(anchor: string, symptom: string, article: ArticleSource, { published }: History): string | undefined {
  const told = toldAnchors(article);
  const page = permalinks.article(article.slug, anchor);
  const to = told.includes(anchor) ? anchor : ['says', 'seen'].includes(anchor) ? symptom : partOf[anchor];
  const declare = (id: string) => `add to ${article.file}, under "moved:" of "- id: ${symptom}", "${movedLine(anchor, `#${id}`)}"`;
  if (to) return `the page of the symptom no longer shows it: ${declare(to)}`;
  return published.has(page) ? undefined : `say where it is told now: ${declare(nearestOf(anchor, told))}`;
}
