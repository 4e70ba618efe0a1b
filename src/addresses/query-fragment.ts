/** The query of a search in a URL. It stands in the fragment, which browsers never send to a server. */

/**
 * Returns the fragment for a query, without `#`.
 *
 * @param query any text. Half a surrogate pair, as at the end of a text that was cut, becomes U+FFFD: `encodeURIComponent` would throw.
 */
export const queryFragment = (query: string): string => `q=${encodeURIComponent(query.toWellFormed())}`;
