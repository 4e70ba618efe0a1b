/** Finds the page that somebody means by a slug, an id or a path. */
import { contentPages } from '../../src/addresses/ledger/content-addresses.ts';
import { permalinksFor } from '../../src/addresses/permalinks.ts';
import { suggest } from '../../src/model/suggest.ts';
import type { Corpus } from '../../src/model/source.ts';
import { UserError } from '../../src/user-error.ts';

const permalinks = permalinksFor('/');

/** A page to look at. */
export interface NamedPage {
  /** The name of its pictures. */
  name: string;
  /** Its address: its path on the site without the base path, with an anchor if one was given. */
  address: string;
}

/**
 * Returns the function that finds a page by what somebody types: a slug, the id of a symptom or technology, a path with or without the
 * base path, or a URL.
 *
 * @param corpus the content of the site
 * @param base the base path of the site
 * @param others further names that a message may suggest
 * @returns fails with a `UserError` that names the nearest pages
 */
export function pageFinder(corpus: Corpus, base: string, others: readonly string[] = []): (typed: string) => NamedPage {
  const addresses = [
    ...contentPages(corpus).keys(),
    ...[permalinks.home(), permalinks.symptoms(), permalinks.search(), permalinks.use(), permalinks.offline()],
  ];
  const byName = new Map(addresses.map((address) => [lastPart(address), address] as const).toReversed());
  return (typed) => {
    const [asked = '', anchor] = withoutOrigin(typed).split('#');
    const path = `/${asked.replace(/^\/+|\/+$/g, '')}/`.replace('//', '/');
    const onSite = path.startsWith(base) ? `/${path.slice(base.length)}` : path;
    const address = [path, onSite].find((candidate) => addresses.includes(candidate)) ?? byName.get(asked);
    if (address === undefined)
      throw new UserError(
        `There is no page "${typed}". ${suggest(lastPart(path), [...new Set([...byName.keys(), ...others])].filter(Boolean))}`,
      );
    return { name: lastPart(address) || 'front', address: anchor === undefined ? address : `${address}#${anchor}` };
  };
}

/** Returns the last part of an address: the slug or id; an empty text for the front page. */
const lastPart = (address: string): string => address.split('/').findLast(Boolean) ?? '';

const withoutOrigin = (typed: string): string => typed.replace(/^https?:\/\/[^/]+/, '');
