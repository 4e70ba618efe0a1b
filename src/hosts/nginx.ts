/** Writes the configuration with which nginx serves the site. */
import { immutable, immutableFolders, revalidated } from '../security/policy.ts';
import { block, quoted } from './configuration.ts';
import type { HostRules } from './host-rules.ts';

/**
 * Returns a file to be included in a `server` block of nginx. It configures the site's own location and nothing else.
 *
 * The block that includes it says where the files are, in a variable: nginx knows no path that is relative to an included file. Whatever a
 * `server` block may say to all its locations (`add_header`, `expires`, `error_page`, `autoindex`) is overridden, so that the settings of
 * neighbours do not reach the site.
 *
 * @see https://nginx.org/en/docs/http/ngx_http_core_module.html#location
 */
export function nginxFile({ base, headers, redirects }: HostRules): string {
  const [files, cache] = [variable('files', base), variable('cache', base)];
  return [
    ...introduction(base, files),
    `set ${cache} ${quoted(revalidated)};`,
    `if ($uri ~ "^${base.replaceAll('.', '\\.')}(${immutableFolders.join('|')})/") { set ${cache} ${quoted(immutable)}; }`,
    '',
    ...withoutSlash(base),
    ...block(`location ^~ ${base}`, [
      `alias ${files}/;`,
      'index index.html;',
      'autoindex off;',
      'expires off;',
      'absolute_redirect off;',
      `error_page 403 404 =404 ${base}404.html;`,
      '',
      'charset utf-8;',
      `charset_types ${textTypes.join(' ')};`,
      'location ~ \\.md$ { types { } default_type text/markdown; }',
      '',
      'gzip on;',
      'gzip_static on;',
      'gzip_vary on;',
      `gzip_types ${textTypes.join(' ')} application/json image/svg+xml;`,
      '',
      `add_header Cache-Control ${cache} always;`,
      ...Object.entries(headers).map(([name, value]) => `add_header ${name} ${quoted(value)} always;`),
      ...formerAddresses(redirects),
    ]),
    '',
  ].join('\n');
}

const introduction = (base: string, files: string): string[] => [
  `# nginx: the site under ${base}. A build writes this file anew, so do not edit it.`,
  '# Include it in a "server" block that says where the built site is:',
  '#',
  '#   server {',
  `#     set ${files} /srv/site;`,
  '#     include /srv/site/nginx.conf;',
  '#   }',
  '#',
  '# "npm run compress" writes compressed copies of the files, which nginx then sends. With the module for Brotli (on Debian',
  '# libnginx-mod-http-brotli-static), say "brotli_static on;" beside the include.',
  '',
];

/** Types with a charset of UTF-8, and to be compressed, beside text/html. Which of the two JavaScript has depends on the version of nginx. */
const textTypes = ['text/css', 'text/markdown', 'text/plain', 'text/xml', 'text/javascript', 'application/javascript'];

/** Returns the name of a variable: two sites on one server have variables of their own. */
const variable = (name: string, base: string): string => [`$${name}`, ...base.split('/').filter(Boolean)].join('_').replace(/[^$\w]/g, '_');

/** The redirect from `/kb` to `/kb/`, which is outside of the site's location. */
const withoutSlash = (base: string): string[] =>
  base === '/' ? [] : [`location = ${base.slice(0, -1)} { absolute_redirect off; return 301 ${base}$is_args$args; }`];

/** Each is a location of its own: a `map` would have to stand outside of the `server` block. */
const formerAddresses = (redirects: HostRules['redirects']): string[] =>
  redirects.length
    ? ['', '# Former addresses', ...redirects.map(({ from, to }) => `location = ${from} { return 301 ${to}$is_args$args; }`)]
    : [];
