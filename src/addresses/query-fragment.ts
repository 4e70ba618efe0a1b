/** The query of a search in a URL. It stands in the fragment, which browsers never send to a server. */

/**
 * Returns the fragment for a query, without `#`.
 *
 * @param query any text. Half an emoji, as a cut text may end with, becomes U+FFFD: `encodeURIComponent` would throw.
 */
export const queryFragment = (query: string): string => `q=${encodeURIComponent(query.toWellFormed())}`;
