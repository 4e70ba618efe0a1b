/** The headers as files for hosts, and the reader of such a file. */
import { immutable, immutableFolders, revalidated } from './policy.ts';

type Headers = Readonly<Record<string, string>>;

const linesOf = (headers: Headers, line: (name: string, value: string) => string) =>
  Object.entries(headers).map(([name, value]) => line(name, value));

/**
 * The headers as a `_headers` file, which Cloudflare and Netlify read. Both join the values of a header that two rules name, so
 * no rule for everything says how long files are kept: both let browsers ask each time unless a rule says otherwise.
 *
 * @param headers those of every answer
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
 * The headers for nginx, to be included on the level of `server`.
 *
 * @param headers those of every answer
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

/** A rule of a `_headers` file: the path, which ends with `*` where it stands for all that begins so, and the headers. */
export interface HeaderRule {
  path: string;
  headers: [name: string, value: string][];
}

/**
 * Reads a `_headers` file.
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
 * The headers that hosts send at a path; those of later rules come later.
 *
 * @param rules of a `_headers` file
 * @param path that is asked for, without the query
 */
export const headersAt = (rules: readonly HeaderRule[], path: string): [name: string, value: string][] =>
  rules
    .filter((rule) => (rule.path.endsWith('*') ? path.startsWith(rule.path.slice(0, -1)) : path === rule.path))
    .flatMap(({ headers }) => headers);
