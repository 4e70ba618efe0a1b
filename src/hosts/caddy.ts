/** Writes the configuration with which Caddy serves the site. */
import { immutable, immutableFolders, revalidated } from '../security/policy.ts';
import { quoted, type HostRules } from './host-rules.ts';

/**
 * Returns a file to be imported into a site block of a Caddyfile. It handles the site's own path and nothing else.
 *
 * The block that imports it says where the files are, with `root`. A missing file is answered here and not by `handle_errors`, which would
 * hold for the neighbours too.
 *
 * @see https://caddyserver.com/docs/caddyfile/directives/file_server
 */
export const caddyFile = ({
  base,
  headers,
  redirects,
}: HostRules): string => `# Caddy: the site under ${base}. A build writes this file anew, so do not edit it.
# Import it into a site block that says where the built site is:
#
#   kb.example {
#     root ${base === '/' ? '*' : `${base}*`} /srv/site
#     import /srv/site/Caddyfile
#   }
#
# Put what else the block serves into "handle { }", so that it cannot act on this path.

${withoutSlash(base)}handle_path ${base}* {
${formerAddresses(base, redirects)}	# Caddy 2.6 would drop the query.
	@folder {
		not path */
		file {path}/index.html
	}
	route @folder {
		${redirectTo('{http.request.orig_uri.path}/')}
	}
	encode gzip
	route {
		header {
${Object.entries({ ...headers, 'Cache-Control': revalidated })
  .map(([name, value]) => `			${name} ${quoted(value)}\n`)
  .join('')}		}
${immutableFolders.map((folder) => `		header /${folder}/* Cache-Control ${quoted(immutable)}\n`).join('')}		header *.md Content-Type "text/markdown; charset=utf-8"
		header *.xml Content-Type "text/xml; charset=utf-8"
		file_server {
			precompressed br gzip
			pass_thru
		}
		# There is no such file.
		rewrite * /404.html
		header Cache-Control ${quoted(revalidated)}
		header Content-Type "text/html; charset=utf-8"
		file_server {
			precompressed br gzip
			status 404
		}
	}
}
`;

/** Redirects to the path that Caddy has arrived at; a rewrite keeps the query. */
const redirectTo = (path: string): string => `rewrite * ${path}
		redir * {uri} 301`;

/** The redirect from `/kb` to `/kb/`, which is outside of the site's path. */
const withoutSlash = (base: string): string => (base === '/' ? '' : `handle ${base.slice(0, -1)} {\n	route {\n		${redirectTo(base)}\n	}\n}\n`);

/** Within `handle_path`, paths have no base path. */
const formerAddresses = (base: string, redirects: HostRules['redirects']): string =>
  redirects.length
    ? `	# Former addresses
	map {path} {now} {
${redirects.map(({ from, to }) => `		/${from.slice(base.length)} ${to}\n`).join('')}		default ""
	}
	@former not vars {now} ""
	route @former {
		${redirectTo('{now}')}
	}
`
    : '';
