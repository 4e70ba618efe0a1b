/** Finds links to the site in any text: prose, logs, JSON, CSV, HTML, wiki markup. */
import { decodeHTMLStrict } from 'entities/decode';

/** A link in a text. */
export interface FoundLink {
  /** The link without escapes. */
  url: string;
  /** The offset in the text where the link begins, and the offset after its end. */
  start: number;
  end: number;
}

/** Escaped characters: `&sol;` and `&#x2f;` in HTML, `\u002f` and `\/` in JSON, whose backslash may be escaped itself. */
const escapes = /&(?:#x?[0-9a-f]+|[a-z]\w*);|\\+u[0-9a-f]{4}|\\+\//gi;

/** Matches the characters of a link and template expressions inside it, but not template keywords such as `{{end}}`. */
const linkCharacters = String.raw`(?:\{\{(?!-?\s*(?:end|else|if|range|with)\b)[^}\n]*\}\}|\$\{[^}\n]*\}|[\w.~:/?#@!$&+=%-])*`;
/** Matches punctuation at the end that belongs to the sentence or to emphasis, not to the link. */
const trailing = /(?:[.,:;!?~_&]|\.{3})+$/;

/**
 * Finds every link to the site.
 *
 * @param text any text; escapes of HTML and JSON are understood
 * @param home the URL of the site, e.g. `https://kb.example/kb/`; its scheme and the case of its host do not matter
 */
export function findLinks(text: string, home: string): FoundLink[] {
  const { host, pathname } = new URL(home);
  const unescaped = unescape(text);
  const server = RegExp.escape(host);
  const link = new RegExp(
    String.raw`(?:https?:)?//${server}(?::443|:80)?(?![\w.:-]*\w)${linkCharacters}|(?<![\w./@:-])${server}/${linkCharacters}`,
    'gi',
  );
  return [...unescaped.text.matchAll(link)].flatMap(({ 0: found, index }) => {
    const url = found.replace(trailing, '');
    const inside = isBelow(url, pathname);
    return inside ? [{ url, start: unescaped.sourceOf(index), end: unescaped.sourceOf(index + url.length) }] : [];
  });
}

/**
 * Returns the links in a value that a parser has read, with their places in the source. Where the format escapes a link in its own way, the place is
 * the whole source of the value.
 *
 * @param value the value, without the escapes of its format
 * @param source the value as written in the file
 * @param from the offset of `source` in the file
 * @param home the URL of the site
 */
export function locateLinks(value: string, source: string, from: number, home: string): FoundLink[] {
  let standing = findLinks(source, home);
  return findLinks(value, home).map(({ url }) => {
    const at = standing.findIndex((link) => link.url === url);
    const found = standing[at] ?? { start: 0, end: source.length };
    standing = standing.slice(at + 1);
    return { url, start: from + found.start, end: from + found.end };
  });
}

/** Whether a URL, with or without a scheme, is the front page of the site or below it. */
function isBelow(url: string, base: string): boolean {
  const path = url.replace(/^(?:https?:)?\/\//i, '').replace(/^[^/?#]*/, '');
  return path.startsWith(base.slice(0, -1)) && /^(?:[/?#]|$)/.test(path.slice(base.length - 1));
}

/** Returns the text without escapes, and a function that maps its offsets to those of the source. Call it with ascending offsets. */
function unescape(source: string): { text: string; sourceOf: (offset: number) => number } {
  const shifts: { at: number; by: number }[] = [];
  let text = '';
  let from = 0;
  for (const { 0: escape, index } of source.matchAll(escapes)) {
    text += source.slice(from, index) + characterOf(escape);
    from = index + escape.length;
    shifts.push({ at: text.length, by: from - text.length });
  }
  text += source.slice(from);
  // Each call continues where the last one stopped: a log may have a million escapes.
  let passed = 0;
  const sourceOf = (offset: number) => {
    while ((shifts[passed]?.at ?? Infinity) <= offset) passed++;
    return offset + (shifts[passed - 1]?.by ?? 0);
  };
  return { text, sourceOf };
}

/** Returns the character of an escape; an entity that HTML does not know is returned unchanged. */
function characterOf(escape: string): string {
  if (escape.startsWith('&')) return decodeHTMLStrict(escape);
  return escape.endsWith('/') ? '/' : String.fromCharCode(Number.parseInt(escape.slice(-4), 16));
}
