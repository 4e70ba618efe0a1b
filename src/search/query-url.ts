/** The query in the URL of a page. It is in the fragment, which browsers never send to a server. */
import { queryFragment } from '../addresses/query-fragment.ts';

/** The maximum length of a query, in characters: browsers refuse much longer URLs. Of a longer paste, the excerpt becomes the query. */
export const maxQueryLength = 30_000;

/**
 * Returns the query of a URL, or an empty string.
 *
 * @param url the URL of the page. The site writes `#q=`; browser keywords and links from other tools use `?q=`.
 */
export function queryFrom(url: URL): string {
  const fragment = /^#q=(.*)$/s.exec(url.hash)?.[1];
  if (fragment === undefined) return url.searchParams.get('q') ?? '';
  return fragment.replaceAll('+', ' ').replace(/(?:%[0-9a-f]{2})+/gi, decodedOrAsIs);
}

/** Decodes percent-encoded characters, and leaves them as they are when they are not valid UTF-8. */
function decodedOrAsIs(run: string): string {
  try {
    return decodeURIComponent(run);
  } catch {
    return run;
  }
}

/**
 * Returns a copy of a URL with the query in its fragment, and without the search parameter `q`. An empty query removes the fragment.
 *
 * @param url the URL of the page
 * @param query the query; half of a surrogate pair becomes U+FFFD
 */
export function urlWithQuery(url: URL, query: string): URL {
  const result = new URL(url);
  result.searchParams.delete('q');
  result.hash = query ? queryFragment(query) : '';
  return result;
}
