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
