/** The words in an address, to search for when its page does not exist. */

/** Folders that name the kind of a page, not its subject. */
const folders = new Set(['articles', 'symptoms', 'technologies', 'search', 'use']);

/**
 * Returns the words of an address: `redis oom killd` for `/kb/symptoms/redis-oom-killd/`.
 *
 * @param pathname the path as browsers give it, percent-encoded
 * @param home the path of the site's front page, e.g. `/kb/`
 */
export function wordsOfPath(pathname: string, home: string): string {
  const below = pathname.startsWith(home) ? pathname.slice(home.length) : pathname;
  return decoded(below)
    .replace(/\.(html?|md|php|aspx?|png)$/i, '')
    .split('/')
    .filter((part) => !folders.has(part))
    .join(' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Decodes a path. A path with a stray percent sign is returned unchanged. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
