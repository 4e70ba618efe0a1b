/**
 * Every URL of the site is made here, and nowhere else.
 *
 * Pages link by paths, which begin at the server's root and contain the base path under which the site is published. What is read away from
 * the site (feeds, Markdown, data) has absolute URLs, from the same functions.
 */
import { queryFragment } from './query-fragment.ts';

/** A path with the base path of the site, e.g. `/kb/articles/redis-oom/#raise-it`. */
export type PathUrl = `/${string}`;
/** A URL with scheme and server, e.g. `https://kb.example/kb/articles/redis-oom/#raise-it`. */
export type AbsoluteUrl = `${'http' | 'https'}://${string}`;

/** What a page is about. */
export interface PageAbout {
  page: 'article' | 'symptom' | 'technology';
  id: string;
}

/** The URLs of a site that is published under one base path: paths, or absolute URLs. */
export interface Permalinks<Url extends PathUrl | AbsoluteUrl = PathUrl | AbsoluteUrl> {
  home(): Url;
  /** An article, or one of its pinned anchors. */
  article(slug: string, anchor?: string): Url;
  /** The page of a symptom, or one of its anchors. */
  symptom(id: string, anchor?: string): Url;
  /** The list of every signature, or one of its letters. */
  symptoms(anchor?: string): Url;
  technology(id: string): Url;
  /** The results page; the query stands in the fragment, which browsers never send to a server. */
  search(query?: string): Url;
  /** The results page with `{searchTerms}` where browsers put the query (OpenSearch); the page moves it into the fragment. */
  searchTemplate(): Url;
  /** The results page up to where the query stands, for tools that add it, encoded for an address. */
  searchPrefix(): Url;
  /** How the site is used from other tools, or one of its parts. */
  use(anchor?: string): Url;
  /** What is kept for offline, and the control that keeps it. */
  offline(): Url;
  /** What stands in for a page that cannot be reached and is not kept. */
  notKept(): Url;
  /** Which version of the site is published: a small file. */
  siteVersion(): Url;
  /** Every file of the site that readers may keep, with its hash. */
  siteFiles(): Url;
  serviceWorker(): Url;
  /** The picture for link previews: of an article or symptom its own, of every other page the site's. */
  picture(about?: PageAbout): Url;
  /** An article as Markdown. */
  articleMarkdown(slug: string): Url;
  /** A symptom as Markdown. */
  symptomMarkdown(id: string): Url;
  faults(): Url;
  /** The JSON Schema of the faults. */
  faultsSchema(): Url;
  /** What the site holds, for language models. */
  llms(): Url;
  openSearch(): Url;
  robots(): Url;
  rss(): Url;
  sitemap(): Url;
  /** The folder that holds the search index and its run-time. */
  searchIndex(): Url;
  /** The folder of scripts, styles and fonts, each named by a hash of what is in it. */
  hashedFiles(): Url;
  /** A file from `public/`. */
  asset(name: string): Url;
}

/** The URLs of a site as absolute ones. */
export type AbsoluteUrls = Permalinks<AbsoluteUrl>;

/**
 * Makes the URLs of a site, as paths.
 *
 * @param base the path under which the site is published, e.g. `/` or `/kb/`
 */
export function permalinksFor(base: string): Permalinks<PathUrl>;
/**
 * Makes the URLs of a site, as absolute ones.
 *
 * @param base the path under which the site is published, e.g. `/` or `/kb/`
 * @param origin the server, e.g. `https://kb.example`
 */
export function permalinksFor(base: string, origin: string): AbsoluteUrls;
export function permalinksFor(base: string, origin?: string): Permalinks {
  const path = `/${base}/`.replace(/\/{2,}/g, '/') as PathUrl;
  return urlsBelow(origin ? (new URL(path, origin).href as AbsoluteUrl) : path);
}

function urlsBelow<Url extends PathUrl | AbsoluteUrl>(root: Url): Permalinks<Url> {
  const at = (path: string, anchor?: string) => `${root}${path}${anchor ? `#${anchor}` : ''}` as Url;
  return {
    home: () => root,
    article: (slug, anchor) => at(`articles/${slug}/`, anchor),
    symptom: (id, anchor) => at(`symptoms/${id}/`, anchor),
    symptoms: (anchor) => at('symptoms/', anchor),
    technology: (id) => at(`technologies/${id}/`),
    search: (query) => at('search/', query ? queryFragment(query) : undefined),
    searchPrefix: () => at('search/#q='),
    searchTemplate: () => at('search/?q={searchTerms}'),
    use: (anchor) => at('use/', anchor),
    offline: () => at('offline/'),
    notKept: () => at('offline/not-kept/'),
    siteVersion: () => at('offline/version.json'),
    siteFiles: () => at('offline/files.json'),
    serviceWorker: () => at('service-worker.js'),
    picture: (about) => at(`pictures/${about && about.page !== 'technology' ? `${about.page}s/${about.id}` : 'site'}.png`),
    articleMarkdown: (slug) => at(`articles/${slug}.md`),
    symptomMarkdown: (id) => at(`symptoms/${id}.md`),
    faults: () => at('faults.json'),
    faultsSchema: () => at('faults.schema.json'),
    llms: () => at('llms.txt'),
    openSearch: () => at('opensearch.xml'),
    robots: () => at('robots.txt'),
    rss: () => at('rss.xml'),
    sitemap: () => at('sitemap-index.xml'),
    searchIndex: () => at('pagefind/'),
    hashedFiles: () => at('_astro/'),
    asset: (name) => at(name),
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
