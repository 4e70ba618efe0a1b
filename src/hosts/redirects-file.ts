/** Writes the redirects as a `_redirects` file. */
import type { HostRules } from './host-rules.ts';

/**
 * Returns the redirects as a `_redirects` file, which Cloudflare and Netlify read. GitLab Pages reads it too, but prefers the page that is
 * at each former address.
 *
 * @see https://developers.cloudflare.com/pages/configuration/redirects/
 */
export const redirectsFile = ({ redirects }: Pick<HostRules, 'redirects'>): string =>
  redirects.map(({ from, to }) => `${from} ${to} 301\n`).join('');
