/** Where a site is published, as people write it: a server, and a path on it. */

/** What a text means; or why it means nothing, with what is accepted, in words for messages. */
export type Parsed = { value: string } | { wrong: string };

/**
 * Parses the address of a server. Returns scheme and host: `https://kb.example`.
 *
 * @param text what somebody wrote
 */
export function parseOrigin(text: string): Parsed {
  const url = URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol))
    return { wrong: 'not the address of a server. Give scheme and host, e.g. https://kb.example' };
  if (url.href !== `${url.origin}/`) return { wrong: `more than scheme and host. Give ${url.origin}, and the path as the base path` };
  return { value: url.origin };
}

/**
 * Parses a base path. Returns it with a slash at both ends: `kb`, `/kb` and `/kb/` all give `/kb/`.
 *
 * @param text what somebody wrote
 */
export function parseBasePath(text: string): Parsed {
  const segments = text.split('/').filter(Boolean);
  if (!segments.every((segment) => /^[\w.~-]+$/.test(segment) && !/^\.+$/.test(segment)))
    return { wrong: 'not a path. Give names of letters, digits and - _ . ~ with slashes in between, e.g. /kb/' };
  return { value: ['', ...segments, ''].join('/').replace(/^\/\/$/, '/') };
}
