/** Whether a link to the site leads anywhere, and where it should lead. */
import { nearOf } from '../../model/suggest.ts';
import { permalinksFor } from '../permalinks.ts';
import { splitAddress } from '../ledger/ledger.ts';
import { isPage, type PublishedSite } from './published-site.ts';

/** What becomes of a link. URLs are whole addresses. */
export type LinkVerdict =
  | { verdict: 'right' }
  /** It resolves; the same has another address now. */
  | { verdict: 'moved'; now: string }
  | { verdict: 'dead'; reason: string; nearest?: string }
  | { verdict: 'unchecked'; reason: string };

const searchPage = permalinksFor('/').search();

/**
 * Checks a link.
 *
 * @param url a link to the site as {@link findLinks} gives it: the scheme may be missing
 * @param site the site that it is held against
 */
export function checkLink(url: string, site: PublishedSite): LinkVerdict {
  if (/\{\{|\$/.test(rawAddressOf(url, site))) return { verdict: 'unchecked', reason: 'a template fills in a part of it' };
  const address = addressOf(url, site);
  const now = followed(address, site);
  const { path, anchor } = splitAddress(now);
  const anchors = site.pages.get(path);
  if (!site.pages.has(path)) return dead('there is no page at this address', nearestPage(path, anchor, site), site);
  if (anchor !== undefined && isPage(path)) {
    if (!anchors) return { verdict: 'unchecked', reason: `the page is there, but nothing is known of its anchors, and so of "#${anchor}"` };
    if (!anchors.has(anchor)) return dead(`the page has no anchor "#${anchor}"`, nearestAnchor(path, anchor, site), site);
  }
  return now === address && address === rawAddressOf(url, site) ? { verdict: 'right' } : { verdict: 'moved', now: whole(now, site) };
}

const whole = (address: string, { home }: PublishedSite) => `${home.slice(0, -1)}${address}`;
const dead = (reason: string, nearest: string | undefined, site: PublishedSite): LinkVerdict => ({
  verdict: 'dead',
  reason,
  ...(nearest && { nearest: whole(nearest, site) }),
});

/** The address that a link names, as it stands there: without the base path, the query, and what only the browser reads. */
function rawAddressOf(link: string, { home }: PublishedSite): string {
  const { pathname, hash } = new URL(link.replace(/^(?:https?:)?(?:\/\/)?/i, 'https://'));
  const path = `/${readable(pathname, decodeURI).slice(new URL(home).pathname.length)}`;
  const anchor = readable(hash.slice(1).replace(/:~:.*$/s, ''), decodeURIComponent);
  return anchor && !(path === searchPage && anchor.startsWith('q=')) ? `${path}#${anchor}` : path;
}

/** The same, with what servers add or leave out: a slash at the end, the name of the file. */
function addressOf(link: string, site: PublishedSite): string {
  const { path, anchor } = splitAddress(rawAddressOf(link, site));
  const known = (candidate: string) => site.pages.has(candidate) || site.former.has(candidate);
  const page = [path, path.replace(/(^|\/)index\.html$/, '$1'), `${path}/`].find(known) ?? path;
  return anchor ? `${page}#${anchor}` : page;
}

function readable(text: string, decode: (text: string) => string): string {
  try {
    return decode(text);
  } catch {
    return text; // a stray percent sign
  }
}

/** Where an address leads. A former page may lead on to a former anchor, so it is asked again. */
function followed(address: string, { former }: PublishedSite): string {
  const { path, anchor } = splitAddress(address);
  const page = former.get(path);
  const next = former.get(address) ?? (page && anchor ? `${page}#${anchor}` : page);
  return next && next !== address ? (former.get(next) ?? next) : address;
}

/** The page that is named most alike, present or former, with the anchor where it has it. */
function nearestPage(path: string, anchor: string | undefined, site: PublishedSite): string | undefined {
  const meant = path
    .toLowerCase()
    .replaceAll('%2f', '/')
    .replace(/\/{2,}/g, '/')
    .replace(/\.html?$/, '')
    .replace(/(\.[a-z]+|\/)?$/, (end) => end || '/');
  const known = [...site.pages.keys(), ...site.former.keys()].filter((address) => !address.includes('#'));
  const found = known.find((page) => lastPart(page) === lastPart(meant)) ?? nearOf(meant, known);
  if (!found) return undefined;
  const withAnchor = anchor && followed(`${found}#${anchor}`, site);
  return withAnchor && isThere(withAnchor, site) ? withAnchor : followed(found, site);
}

/** The id in an address. */
const lastPart = (path: string): string => path.split('/').findLast((part) => part !== '') ?? path;

function isThere(address: string, { pages }: PublishedSite): boolean {
  const { path, anchor = '' } = splitAddress(address);
  return pages.get(path)?.has(anchor) ?? false;
}

/** The anchor of the page that is named most alike; or the same anchor on another page; or the page alone. */
function nearestAnchor(path: string, anchor: string, site: PublishedSite): string {
  const near = nearOf(anchor.toLowerCase(), [...(site.pages.get(path) ?? [])]);
  if (near) return followed(`${path}#${near}`, site);
  const others = [...site.pages].filter(([, anchors]) => anchors?.has(anchor)).map(([page]) => page);
  // With one page only: an anchor that many have says nothing.
  return others.length === 1 ? followed(`${others[0]}#${anchor}`, site) : path;
}
