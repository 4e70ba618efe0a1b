/** Advice for a published address that leads nowhere: what to declare in which file, so that it works again. */
import { anchorLists, pageIds, symptomAnchors, toldAnchors } from '../anchors.ts';
import type { ArticleSource, Corpus } from '../../model/source.ts';
import { nearestOf } from '../../model/suggest.ts';
import { articleParts } from '../../model/vocabulary.ts';
import { permalinksFor, readAddress } from '../permalinks.ts';

/** The present content, and the addresses in the ledger. */
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
 * Returns what to declare for a page that no longer exists.
 *
 * @param page the path of the page
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
      return `if the technology is "${to}" now: in content/technologies.yaml, in the entry "${to}", add "aliases: [${named?.id}]"`;
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
  if (!heir) return `restore the article "${slug}"`;
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
  if (!heir) return `restore the symptom "${id}"`;
  const { symptom, article } = heir;
  return `if it is "${symptom.id}" now, add to ${article.file}, under "- id: ${symptom.id}", "${aliasLine(symptom.aliases, id)}"`;
}

/** Anchors that every article has. They do not show which article a page belonged to. */
const common = new Set<string>([...Object.keys(articleParts), ...pageIds]);

/** Returns the candidate that has the most anchors of the former page; of equal ones, the candidate with the most similar name. */
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
 * Returns what to declare for an anchor that a page no longer has.
 *
 * @returns undefined when the advice for another reported anchor restores this one too
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
  return `keep the id "${anchor}" on the page, at the content that replaced it`;
}

/** Returns the slug in an address, if it is a former slug of the article. */
function formerSlug(address: string, { slug }: ArticleSource): string | undefined {
  const id = readAddress(address)?.id;
  return id === slug ? undefined : id;
}

function mendInArticle(anchor: string, article: ArticleSource, former: string | undefined, { corpus, published }: History): string {
  const from = former ? `${former}#${anchor}` : anchor;
  const declare = (to: string) => `add to ${article.file}, under "moved:" of the article, "${movedLine(from, to)}"`;
  const other = corpus.articles.find((candidate) => candidate !== article && toldAnchors(candidate).includes(anchor));
  if (other) return `the article "${other.slug}" has this id now: ${declare(`article:${other.slug}#${anchor}`)}`;
  const told = toldAnchors(article);
  const fresh = told.filter((id) => !published.has(permalinks.article(article.slug, id)));
  const nearest = nearestOf(anchor, fresh.length ? fresh : told);
  if (former || fresh.length === 0) return `say where its content is now: ${declare(`#${nearest}`)}`;
  return `if it is "${nearest}" now, ${aliasFor(nearest, anchor, article)}; if its content is in another article, ${declare('article:<slug>#<id>')}`;
}

/** Returns where to declare the alias of an id. */
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

/** The part of the article that corresponds to each heading of a symptom's page. */
const partOf: Record<string, string> = { check: 'checks', 'look-alikes': 'checks', stop: 'stop', fix: 'fix', prevent: 'prevent' };

function mendOnSymptom(anchor: string, symptom: string, article: ArticleSource, { published }: History): string | undefined {
  const told = toldAnchors(article);
  const page = permalinks.article(article.slug, anchor);
  const to = told.includes(anchor) ? anchor : ['says', 'seen'].includes(anchor) ? symptom : partOf[anchor];
  const declare = (id: string) => `add to ${article.file}, under "moved:" of "- id: ${symptom}", "${movedLine(anchor, `#${id}`)}"`;
  if (to) return `the page of the symptom no longer has this anchor: ${declare(to)}`;
  return published.has(page) ? undefined : `say where its content is now: ${declare(nearestOf(anchor, told))}`;
}
