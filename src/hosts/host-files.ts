/** The files of a built site that tell hosts how to serve it. */
import { caddyFile } from './caddy.ts';
import { headersFile } from './headers-file.ts';
import type { HostRules } from './host-rules.ts';
import { nginxFile } from './nginx.ts';
import { redirectsFile } from './redirects-file.ts';

/** Returns the text of each file for hosts, by its name at the top of the built site. */
export const hostFiles = (rules: HostRules): Record<string, string> => ({
  _headers: headersFile(rules),
  _redirects: redirectsFile(rules),
  'nginx.conf': nginxFile(rules),
  Caddyfile: caddyFile(rules),
});
