/**
 * Every URL of the site is made here, and nowhere else.
 *
 * Pages link by paths, which begin at the server's root and contain the base path under which the site is published. Formats that are read
 * outside the site (feeds, Markdown, data) have absolute URLs, from the same functions.
 */
import { queryFragment } from './query-fragment.ts';

/** A path with the base path of the site, e.g. `/kb/articles/redis-oom/#raise-it`. */
export type PathUrl = `/${string}`;
/** A URL with scheme and server, e.g. `https://kb.example/kb/articles/redis-oom/#raise-it`. */
export type AbsoluteUrl = `${'http' | 'https'}://${string}`;

/** The subject of a page. */
export interface PageAbout {
  page: 'article' | 'symptom' | 'technology';
  id: string;
}

/** The URLs of a site that is published under one base path: paths, or absolute URLs. */
export interface Permalinks<Url extends PathUrl | AbsoluteUrl = PathUrl | AbsoluteUrl> {
  home(): Url;
  /** The list of all articles. */
  articles(): Url;
  /** An article, or one of its pinned anchors. */
  article(slug: string, anchor?: string): Url;
  /** The page of a symptom, or one of its anchors. */
  symptom(id: string, anchor?: string): Url;
  /** The list of all symptoms. */
  symptoms(): Url;
  technology(id: string): Url;
  /** The results page; the query stands in the fragment, which browsers never send to a server. */
  search(query?: string): Url;
  /** The results page with `{searchTerms}` where browsers put the query (OpenSearch); the page moves it into the fragment. */
  searchTemplate(): Url;
  /** The results page up to the query, for tools that append the query, percent-encoded. */
  searchPrefix(): Url;
  /** The page about using the site from other tools, or one of its parts. */
  use(anchor?: string): Url;
  /** The page about offline use: the control that keeps the site, and the list of kept pages. */
  offline(): Url;
  /** The page that is shown in place of one that cannot be reached and is not kept. */
  notKept(): Url;
  /** A small file with the published version of the site. */
  siteVersion(): Url;
  /** The list of all files that readers may keep, each with its hash. */
  siteFiles(): Url;
  serviceWorker(): Url;
  /** The picture for link previews: articles and symptoms have their own, all other pages have the site's. */
  picture(about?: PageAbout): Url;
  /** An article as Markdown. */
  articleMarkdown(slug: string): Url;
  /** A symptom as Markdown. */
  symptomMarkdown(id: string): Url;
  faults(): Url;
  /** The JSON Schema of the faults. */
  faultsSchema(): Url;
  /** The index of the site for language models. */
  llms(): Url;
  openSearch(): Url;
  robots(): Url;
  rss(): Url;
  sitemap(): Url;
  /** The folder with the search index and Pagefind's script. */
  searchIndex(): Url;
  /** The folder of scripts, styles and fonts, whose names contain a hash of their content. */
  hashedFiles(): Url;
  /** A file from `public/`. */
  asset(name: string): Url;
}

/** The URLs of a site as absolute ones. */
export type AbsoluteUrls = Permalinks<AbsoluteUrl>;

/**
 * Returns the URLs of a site as paths.
 *
 * @param base the path under which the site is published, e.g. `/` or `/kb/`
 */
export function permalinksFor(base: string): Permalinks<PathUrl>;
/**
 * Returns the URLs of a site as absolute URLs.
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
    articles: () => at('articles/'),
    article: (slug, anchor) => at(`articles/${slug}/`, anchor),
    symptom: (id, anchor) => at(`symptoms/${id}/`, anchor),
    symptoms: () => at('symptoms/'),
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
 * Returns the URL of the published search index, for a page that is newer than the kept copy. Only the service worker answers this URL; no
 * server has it. It is not part of `Permalinks`, so that pages do not load its code.
 */
export const publishedIndex = (permalinks: Permalinks): string => `${permalinks.home()}published/pagefind/`;

/**
 * Returns the article, symptom or technology that an address is about: the inverse of `permalinksFor('/')`.
 *
 * @param address a path without the base path, with or without an anchor
 * @returns undefined for an address of any other page or file
 */
export function readAddress(address: string): PageAbout | undefined {
  const [, folder = '', id = ''] = /^\/(articles|symptoms|technologies)\/([^/#]+)\/(?:#|$)/.exec(address) ?? [];
  const page = ({ articles: 'article', symptoms: 'symptom', technologies: 'technology' } as const)[folder];
  return page && { page, id };
}

/**
 * The target of a link in an article.
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
 * Parses the target of a link in an article's body.
 *
 * @param url the target as the author wrote it
 * @returns the target, or undefined when articles may not use links of this form
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
 * Returns the URL for a link in an article.
 *
 * @param url the target as the author wrote it
 * @param slug the article that contains the link
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

/** Returns the anchor of an entry in an article's list of references. */
export const referenceAnchor = (id: string): string => `ref-${id}`;
