/** What every host is told about the site, whichever file it reads. */

/** The rules of a built site. */
export interface HostRules {
  /** The path under which the site is published, with a slash at its end: `/` or `/kb/`. */
  base: string;
  /** The headers of every response, by name. */
  headers: Readonly<Record<string, string>>;
  /** Former addresses and the present ones, both with the base path. */
  redirects: readonly { from: string; to: string }[];
}

/**
 * Returns a header's value in double quotes, as nginx and Caddy read it.
 *
 * @throws when the value has a character that one of them would interpret: no header of the site needs one
 */
export function quoted(value: string): string {
  if (/["\\${}]/.test(value)) throw new Error(`A value for nginx.conf and Caddyfile has one of " \\ $ { }: ${value}`);
  return `"${value}"`;
}
