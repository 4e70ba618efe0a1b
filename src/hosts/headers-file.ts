/** Writes the headers as a `_headers` file, and reads one for the project's own server. */
import { immutable, immutableFolders } from '../security/policy.ts';
import type { HostRules } from './host-rules.ts';

/**
 * Returns the headers as a `_headers` file, which Cloudflare and Netlify read.
 *
 * Both hosts join the values when two rules set the same header. So the rule for all files does not set `Cache-Control`; without it, both
 * hosts make browsers revalidate on every request.
 *
 * @see https://developers.cloudflare.com/pages/configuration/headers/
 */
export const headersFile = ({ base, headers }: Pick<HostRules, 'base' | 'headers'>): string =>
  [
    `${base}*`,
    ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`),
    ...immutableFolders.flatMap((folder) => [`${base}${folder}/*`, `  Cache-Control: ${immutable}`]),
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
