/**
 * Every URL of the site is made here, and nowhere else.
 *
 * Paths are relative to the server's root and carry the base path under which the site is published; what is read away from
 * the site (feeds, Markdown, data) gets whole addresses from the same functions.
 */
import { queryFragment } from './query-fragment.ts';

/** What a page is about. */
export interface PageAbout {
  page: 'article' | 'symptom' | 'technology';
  id: string;
}

/** The URLs of a site that is published under one base path. */
export interface Permalinks {
  home(): string;
  /** An article, or one of its pinned anchors. */
  article(slug: string, anchor?: string): string;
  /** The page of a symptom, or one of its anchors. */
  symptom(id: string, anchor?: string): string;
  /** The list of every signature, or one of its letters. */
  symptoms(anchor?: string): string;
  technology(id: string): string;
  /** The results page; the query stands in the fragment, which browsers never send to a server. */
  search(query?: string): string;
  /** The results page with `{searchTerms}` where browsers put the query (OpenSearch); the page moves it into the fragment. */
  searchTemplate(): string;
  /** The results page up to where the query stands, for tools that add it, encoded for an address. */
  searchPrefix(): string;
  /** How the site is used from other tools, or one of its parts. */
  use(anchor?: string): string;
  /** What is kept for offline, and the control that keeps it. */
  offline(): string;
  /** What stands in for a page that cannot be reached and is not kept. */
  notKept(): string;
  /** Which version of the site is published: a small file. */
  siteVersion(): string;
  /** Every file of the site that readers may keep, with its hash. */
  siteFiles(): string;
  serviceWorker(): string;
  /** The picture for link previews: of an article or symptom its own, of every other page the site's. */
  picture(about?: PageAbout): string;
  /** An article as Markdown. */
  articleMarkdown(slug: string): string;
  /** A symptom as Markdown. */
  symptomMarkdown(id: string): string;
  faults(): string;
  /** The JSON Schema of the faults. */
  faultsSchema(): string;
  /** What the site holds, for language models. */
  llms(): string;
  openSearch(): string;
  robots(): string;
  rss(): string;
  sitemap(): string;
  /** The folder that holds the search index and its run-time. */
  searchIndex(): string;
  /** The folder of scripts, styles and fonts, each named by a hash of what is in it. */
  hashedFiles(): string;
  /** A file from `public/`. */
  asset(name: string): string;
}

/**
 * Makes the URLs of a site.
 *
 * @param base the path under which the site is published, e.g. `/` or `/kb/`
 * @param origin the server, e.g. `https://faultbook.example`, for whole addresses; without it they are paths
 */
export function permalinksFor(base: string, origin?: string): Permalinks {
  const path = `/${base}/`.replace(/\/{2,}/g, '/');
  const root = origin ? new URL(path, origin).href : path;
  const withAnchor = (path: string, anchor?: string) => (anchor ? `${path}#${anchor}` : path);
  return {
    home: () => root,
    article: (slug, anchor) => withAnchor(`${root}articles/${slug}/`, anchor),
    symptom: (id, anchor) => withAnchor(`${root}symptoms/${id}/`, anchor),
    symptoms: (anchor) => withAnchor(`${root}symptoms/`, anchor),
    technology: (id) => `${root}technologies/${id}/`,
    search: (query) => withAnchor(`${root}search/`, query ? queryFragment(query) : undefined),
    searchPrefix: () => `${root}search/#q=`,
    searchTemplate: () => `${root}search/?q={searchTerms}`,
    use: (anchor) => withAnchor(`${root}use/`, anchor),
    offline: () => `${root}offline/`,
    notKept: () => `${root}offline/not-kept/`,
    siteVersion: () => `${root}offline/version.json`,
    siteFiles: () => `${root}offline/files.json`,
    serviceWorker: () => `${root}service-worker.js`,
    picture: (about) => `${root}pictures/${about && about.page !== 'technology' ? `${about.page}s/${about.id}` : 'site'}.png`,
    articleMarkdown: (slug) => `${root}articles/${slug}.md`,
    symptomMarkdown: (id) => `${root}symptoms/${id}.md`,
    faults: () => `${root}faults.json`,
    faultsSchema: () => `${root}faults.schema.json`,
    llms: () => `${root}llms.txt`,
    openSearch: () => `${root}opensearch.xml`,
    robots: () => `${root}robots.txt`,
    rss: () => `${root}rss.xml`,
    sitemap: () => `${root}sitemap-index.xml`,
    searchIndex: () => `${root}pagefind/`,
    hashedFiles: () => `${root}_astro/`,
    asset: (name) => `${root}${name}`,
  };
}

/**
 * The folder of the search index as it is published, whatever copy of the site is kept: the service worker knows it, no server does. It
 * stands apart, so that pages do not load it.
 */
export const publishedIndex = (permalinks: Permalinks): string => `${permalinks.home()}published/pagefind/`;

/**
 * Reads which article, symptom or technology an address is about: the inverse of `permalinksFor('/')`.
 *
 * @param address a path without the base path, with its anchor when it has one
 * @returns undefined for an address of any other page or file
 */
export function readAddress(address: string): PageAbout | undefined {
  const [, folder = '', id = ''] = /^\/(articles|symptoms|technologies)\/([^/#]+)\/(?:#|$)/.exec(address) ?? [];
  const page = ({ articles: 'article', symptoms: 'symptom', technologies: 'technology' } as const)[folder];
  return page && { page, id };
}

/**
 * Where a link of an article leads.
 *
 * - `#id`: a section of the same article
 * - `article:slug` and `article:slug#id`: another article, or a section of it
 * - `symptom:id`: the page of a symptom
 * - `ref:id`: an entry of the article's list of references
 */
export type ContentLink =
  | { to: 'section'; id: string }
  | { to: 'article'; slug: string; anchor: string | undefined }
  | { to: 'symptom'; id: string }
  | { to: 'reference'; id: string }
  | { to: 'web'; url: string };

/**
 * Reads the target of a link in an article's body.
 *
 * @param url the target as the author wrote it
 * @returns what it points at, or undefined when the form is none of those that articles may use
 */
export function parseContentLink(url: string): ContentLink | undefined {
  if (url.startsWith('#')) return { to: 'section', id: url.slice(1) };
  const [, scheme, rest = ''] = /^(article|symptom|ref):(.+)$/.exec(url) ?? [];
  if (scheme === 'article') {
    const [slug = '', anchor] = rest.split('#');
    return { to: 'article', slug, anchor };
  }
  if (scheme === 'symptom') return { to: 'symptom', id: rest };
  if (scheme === 'ref') return { to: 'reference', id: rest };
  return /^https:\/\/\S+$/.test(url) ? { to: 'web', url } : undefined;
}

/**
 * The URL of a link of an article.
 *
 * @param url the target as the author wrote it
 * @param slug the article in which it stands
 * @param permalinks the URLs of the site
 */
export function contentUrl(url: string, slug: string, permalinks: Permalinks): string {
  const link = parseContentLink(url);
  switch (link?.to) {
    case 'section':
      return permalinks.article(slug, link.id);
    case 'article':
      return permalinks.article(link.slug, link.anchor);
    case 'symptom':
      return permalinks.symptom(link.id);
    case 'reference':
      return permalinks.article(slug, referenceAnchor(link.id));
    default:
      return url;
  }
}

/** The anchor of an entry in an article's list of references. */
export const referenceAnchor = (id: string): string => `ref-${id}`;
