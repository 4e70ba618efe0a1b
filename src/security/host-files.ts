/** Writes the headers as files for hosts, and reads such a file. */
import { immutable, immutableFolders, revalidated } from './policy.ts';

type Headers = Readonly<Record<string, string>>;

const linesOf = (headers: Headers, line: (name: string, value: string) => string) =>
  Object.entries(headers).map(([name, value]) => line(name, value));

/**
 * Returns the headers as a `_headers` file for Cloudflare and Netlify. Both join the values of a header that two rules set, so the rule for all
 * files sets no `Cache-Control`: without one, both have browsers revalidate every file.
 *
 * @param headers the headers of every response
 * @param root path of the site, e.g. `/` or `/kb/`
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
 * Returns the headers as a file for nginx, to be included in `server`.
 *
 * @param headers the headers of every response
 * @param root path of the site
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

/** A rule of a `_headers` file: a path and its headers. A path that ends with `*` stands for all paths that begin so. */
export interface HeaderRule {
  path: string;
  headers: [name: string, value: string][];
}

/**
 * Parses a `_headers` file.
 *
 * @throws when a line is neither a path nor a header below one
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
 * @param path the path of the request, without the query
 */
export const headersAt = (rules: readonly HeaderRule[], path: string): [name: string, value: string][] =>
  rules
    .filter((rule) => (rule.path.endsWith('*') ? path.startsWith(rule.path.slice(0, -1)) : path === rule.path))
    .flatMap(({ headers }) => headers);
