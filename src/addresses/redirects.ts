/** Former addresses and where each leads now: the one source of redirect pages and of the redirects that hosts make. */
import { contentUrl, type Permalinks } from './permalinks.ts';
import { splitAddress } from './ledger/ledger.ts';

/** An article as far as its addresses go. */
export interface NamedArticle {
  slug: string;
  aliases: readonly string[];
  moved: readonly { from: string; to: string }[];
  symptoms: readonly { id: string; aliases: readonly string[] }[];
}

/** What the site has named, now and formerly. */
export interface NamedContent {
  articles: readonly NamedArticle[];
  technologies: readonly { id: string; aliases: readonly string[] }[];
}

/** A page that is at another address now. */
export interface Redirect {
  from: string;
  to: string;
  /** Anchors of the former page that lead elsewhere than to the same anchor of the new one. */
  anchors: ReadonlyMap<string, string>;
}

/**
 * Every former address of a page.
 *
 * @param content what the site has named
 * @param permalinks the URLs of the site
 */
export function redirectsOf({ articles, technologies }: NamedContent, permalinks: Permalinks): Redirect[] {
  const plain = (pageOf: (id: string) => string, { id, aliases }: { id: string; aliases: readonly string[] }): Redirect[] =>
    aliases.map((alias) => ({ from: pageOf(alias), to: pageOf(id), anchors: new Map() }));
  return [
    ...articles.flatMap((article) =>
      article.aliases.map((alias) => ({
        from: permalinks.article(alias),
        to: permalinks.article(article.slug),
        anchors: movedFrom(alias, article, permalinks),
      })),
    ),
    ...articles.flatMap(({ symptoms }) => symptoms.flatMap((symptom) => plain((id) => permalinks.symptom(id), symptom))),
    ...technologies.flatMap((technology) => plain((id) => permalinks.technology(id), technology)),
  ].toSorted((a, b) => (a.from < b.from ? -1 : 1));
}

/** The anchors of one former article that were renamed when it was merged into another. */
const movedFrom = (alias: string, { slug, moved }: NamedArticle, permalinks: Permalinks): Map<string, string> =>
  new Map(
    moved.flatMap(({ from, to }) => {
      const [former, anchor] = from.split('#');
      return former === alias && anchor ? [[anchor, contentUrl(to, slug, permalinks)] as const] : [];
    }),
  );

/**
 * Where an address leads.
 *
 * @param address a path, with its anchor when it has one
 * @param redirects all redirects, by the path that they lead away from
 * @returns the address itself when it is no former one
 */
export function resolveAddress(address: string, redirects: ReadonlyMap<string, Redirect>): string {
  const { path, anchor } = splitAddress(address);
  const redirect = redirects.get(path);
  if (!redirect) return address;
  if (!anchor) return redirect.to;
  return redirect.anchors.get(anchor) ?? `${redirect.to}#${anchor}`;
}

/**
 * Returns the redirects that a server can make. A server never sees the anchor, so a page with anchors that lead elsewhere stays a page,
 * which tells the browser.
 */
export const serverRedirects = (redirects: readonly Redirect[]): Redirect[] => redirects.filter(({ anchors }) => anchors.size === 0);
