/** What an address says in words, for a page that is not there. */

/** Folders that say what kind of page it is, not what it is about. */
const folders = new Set(['articles', 'symptoms', 'technologies', 'search', 'use']);

/**
 * The words of an address: `/kb/symptoms/redis-oom-killd/` says `redis oom killd`.
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

/** A stray percent sign is taken as it is. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
