/** The query in the address bar. It lives in the fragment, which browsers never send to a server. */

/** A query has at most so many characters: browsers refuse much longer addresses. Of a longer paste the excerpt is the query. */
export const maxQueryLength = 30_000;

/**
 * Reads the query from an address.
 *
 * @param url the address; `#q=` is the query's place, `?q=` comes from browser keywords and links of other tools
 * @returns the query, or an empty text
 */
export function queryFrom(url: URL): string {
  const fragment = /^#q=(.*)$/s.exec(url.hash)?.[1];
  if (fragment === undefined) return url.searchParams.get('q') ?? '';
  return fragment.replaceAll('+', ' ').replace(/(?:%[0-9a-f]{2})+/gi, decodedOrAsIs);
}

/** A stray percent sign is taken as it is. */
function decodedOrAsIs(run: string): string {
  try {
    return decodeURIComponent(run);
  } catch {
    return run;
  }
}

/**
 * The same address with the query in the fragment only.
 *
 * @param url the address
 * @param query the query
 */
export function urlWithQuery(url: URL, query: string): URL {
  const result = new URL(url);
  result.searchParams.delete('q');
  result.hash = query ? `q=${encodeURIComponent(query.toWellFormed())}` : '';
  return result;
}
