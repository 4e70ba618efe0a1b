/** Writes the security headers as files for hosts, and reads the `_headers` file for the own server. */
import { immutable, immutableFolders, revalidated } from './policy.ts';

type Headers = Readonly<Record<string, string>>;

const linesOf = (headers: Headers, line: (name: string, value: string) => string) =>
  Object.entries(headers).map(([name, value]) => line(name, value));

/**
 * Returns the headers as a `_headers` file, which Cloudflare and Netlify read.
 *
 * Both hosts join the values when two rules set the same header. So the rule for all files does not set `Cache-Control`; without it, both
 * hosts make browsers revalidate on every request.
 *
 * @param headers the headers of every response, by name
 * @param root the base path of the site, with a slash at its end: `/` or `/kb/`
 * @see https://developers.cloudflare.com/pages/configuration/headers/
 */
export const headersFile = (headers: Headers, root: string): string =>
  [
    `${root}*`,
    ...linesOf(headers, (name, value) => `  ${name}: ${value}`),
    ...immutableFolders.flatMap((folder) => [`${root}${folder}/*`, `  Cache-Control: ${immutable}`]),
    '',
  ].join('\n');

/**
 * Returns the headers as a configuration file for nginx, to be included in a `server` block.
 *
 * @param headers the headers of every response, by name
 * @param root the base path of the site, with a slash at its end
 * @see https://nginx.org/en/docs/http/ngx_http_headers_module.html
 */
export const nginxHeadersFile = (headers: Headers, root: string): string =>
  [
    '# Headers of every answer. Include this file in "server"; a "location" with an add_header of its own must include it again.',
    `set $faultbook_cache "${revalidated}";`,
    `if ($uri ~ "^${root}(${immutableFolders.join('|')})/") { set $faultbook_cache "${immutable}"; }`,
    'add_header Cache-Control $faultbook_cache;',
    ...linesOf(headers, (name, value) => `add_header ${name} "${value}" always;`),
    '',
  ].join('\n');

/** A rule of a `_headers` file. */
export interface HeaderRule {
  /** A path with the base path. With `*` at its end, it matches every path that begins with it. */
  path: string;
  headers: [name: string, value: string][];
}

/**
 * Parses a `_headers` file.
 *
 * @throws when a line is neither a path nor a header under a path; the message names the line
 */
export function readHeadersFile(text: string): HeaderRule[] {
  const rules: HeaderRule[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (!line.trim()) continue;
    const [, name, value] = /^\s+([\w-]+): (.+)$/.exec(line) ?? [];
    if (line.startsWith('/')) rules.push({ path: line, headers: [] });
    else if (name && value && rules.length) rules.at(-1)?.headers.push([name, value]);
    else throw new Error(`Line ${index + 1} of _headers is neither a path nor a header: "${line}".`);
  }
  return rules;
}

/**
 * Returns the headers that hosts send for a path, in the order of the rules.
 *
 * @param rules the rules of a `_headers` file
 * @param path the path of the request, with the base path, without the query
 */
export const headersAt = (rules: readonly HeaderRule[], path: string): [name: string, value: string][] =>
  rules
    .filter((rule) => (rule.path.endsWith('*') ? path.startsWith(rule.path.slice(0, -1)) : path === rule.path))
    .flatMap(({ headers }) => headers);
