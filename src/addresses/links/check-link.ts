/** Checks links to the site, and suggests a target for dead ones. */
import { nearOf } from '../../model/suggest.ts';
import { permalinksFor } from '../permalinks.ts';
import { splitAddress } from '../ledger/ledger.ts';
import { isPage, type PublishedSite } from './published-site.ts';

/** The result of a check. All URLs are absolute. */
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
 * @param url a link to the site as {@link findLinks} returns it: the scheme may be missing
 * @param site the site to check the link against
 */
export function checkLink(url: string, site: PublishedSite): LinkVerdict {
  if (/\{\{|\$/.test(rawAddressOf(url, site))) return { verdict: 'unchecked', reason: 'a template fills in a part of the link' };
  const address = addressOf(url, site);
  const now = followed(address, site);
  const { path, anchor } = splitAddress(now);
  const anchors = site.pages.get(path);
  if (!site.pages.has(path)) return dead('there is no page at this address', nearestPage(path, anchor, site), site);
  if (anchor !== undefined && isPage(path)) {
    if (!anchors)
      return { verdict: 'unchecked', reason: `the page exists, but its anchors are not known, so "#${anchor}" was not checked` };
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

/** Returns the address in a link without the base path, the query and text fragments, otherwise unchanged. */
function rawAddressOf(link: string, { home }: PublishedSite): string {
  const { pathname, hash } = new URL(link.replace(/^(?:https?:)?(?:\/\/)?/i, 'https://'));
  const path = `/${readable(pathname, decodeURI).slice(new URL(home).pathname.length)}`;
  const anchor = readable(hash.slice(1).replace(/:~:.*$/s, ''), decodeURIComponent);
  return anchor && !(path === searchPage && anchor.startsWith('q=')) ? `${path}#${anchor}` : path;
}

/** Returns the address in a link in its normal form, as servers resolve it: with a slash at the end, without `index.html`. */
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

/** Returns the target of an address. Resolves twice, because a former page may lead to a former anchor. */
function followed(address: string, { former }: PublishedSite): string {
  const { path, anchor } = splitAddress(address);
  const page = former.get(path);
  const next = former.get(address) ?? (page && anchor ? `${page}#${anchor}` : page);
  return next && next !== address ? (former.get(next) ?? next) : address;
}

/** Returns the page with the most similar name, present or former, with the anchor if the page has it. */
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

/** Returns the id in an address: its last segment. */
const lastPart = (path: string): string => path.split('/').findLast((part) => part !== '') ?? path;

function isThere(address: string, { pages }: PublishedSite): boolean {
  const { path, anchor = '' } = splitAddress(address);
  return pages.get(path)?.has(anchor) ?? false;
}

/** Returns the most similar anchor of the page; else the same anchor on another page; else the page without an anchor. */
function nearestAnchor(path: string, anchor: string, site: PublishedSite): string {
  const near = nearOf(anchor.toLowerCase(), [...(site.pages.get(path) ?? [])]);
  if (near) return followed(`${path}#${near}`, site);
  const others = [...site.pages].filter(([, anchors]) => anchors?.has(anchor)).map(([page]) => page);
  // Only if one page has the anchor: an anchor on many pages is no hint.
  return others.length === 1 ? followed(`${others[0]}#${anchor}`, site) : path;
}
