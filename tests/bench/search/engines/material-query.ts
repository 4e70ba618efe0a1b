/** Rewrites a query as Material for MkDocs does before lunr parses it. Derived from its behaviour, for English. */
import lunr from 'lunr';

/** Where Material splits words, in pages and in queries alike. */
export const separator = /[\s-]+/;
/** The fields of its index, with their weights. Tags are left out: symptoms have none. */
export const fields = { title: 1e3, text: 1 } as const;

/**
 * Rewrites a query: quoted parts become required words, lone operators and unmatched quotes go, an unknown `field:` loses
 * its colon, and every word without an operator gets a wildcard at its end.
 *
 * @param typed what was typed or pasted
 */
export function materialQuery(typed: string): string {
  return typed
    .trim()
    .split(/"([^"]+)"/)
    .map((part, at) => (at % 2 ? required(part) : part))
    .join('')
    .replace(/"|(?:^|\s+)[*+\-:^~]+(?=\s+|$)/g, '')
    .split(/\s+/)
    .flatMap(termsOf)
    .map((term) => (/[~^]$/.test(term) ? `${term}1` : term))
    .map((term) => (/^[+-]|[~^]\d+$/.test(term) ? term : `${term}*`))
    .join(' ');
}

/** Each word of a quoted part has to be on the page. */
const required = (quoted: string) => quoted.replace(/^\b|^(?!\P{ASCII}|$)|\s+/gu, ' +');

/** The words of a piece between blanks, each with the operators that stand around it. */
function termsOf(piece: string): string[] {
  let rest = piece;
  const lexer = new lunr.QueryLexer(piece);
  lexer.run();
  return lexer.lexemes.flatMap(({ type, str, start, end }) => {
    if (type === 'FIELD' && !['title', 'text', 'tags'].includes(str)) rest = `${rest.slice(0, end)} ${rest.slice(end + 1)}`;
    if (type !== 'TERM') return [];
    return str
      .split(separator)
      .filter(Boolean)
      .map((word) => rest.slice(0, start) + word + rest.slice(end));
  });
}

/**
 * The words that a rewritten query asks for, without operators and wildcards.
 *
 * @param query see {@link materialQuery}
 */
export function askedWords(query: string): string[] {
  const { clauses } = new lunr.QueryParser(query, new lunr.Query(['title', 'text', 'tags'])).parse();
  return clauses
    .filter(({ presence }) => presence !== lunr.Query.presence.PROHIBITED)
    .map(({ term }) => term.replace(/^\*/, '').replace(/\*$/, ''));
}
