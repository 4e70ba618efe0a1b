/** The query in the address bar. */
import { queryFragment } from '../addresses/query-fragment.ts';

/** The length of the longest query, in characters. Browsers refuse much longer URLs, so a longer paste is searched for by an excerpt. */
export const longestQuery = 30_000;

/**
 * Returns the query in a URL, or an empty text. It stands in `#q=`; browser keywords and links of other tools put it into `?q=`.
 *
 * @param url the page's URL
 */
export function queryFrom(url: URL): string {
  const fragment = /^#q=(.*)$/s.exec(url.hash)?.[1];
  if (fragment === undefined) return url.searchParams.get('q') ?? '';
  return fragment.replaceAll('+', ' ').replace(/(?:%[0-9a-f]{2})+/gi, decoded);
}

/** Decodes percent signs. Those that encode nothing stay as they are. */
function decoded(run: string): string {
  try {
    return decodeURIComponent(run);
  } catch {
    return run;
  }
}

/**
 * Returns a URL with another query. The query is in the fragment only.
 *
 * @param url the page's URL
 * @param query the query; an empty one removes the fragment
 */
export function addressWith(url: URL, query: string): URL {
  const address = new URL(url);
  address.searchParams.delete('q');
  address.hash = query ? queryFragment(query) : '';
  return address;
}
