/** Writes the configuration with which Caddy serves the site. */
import { immutable, immutableFolders, revalidated } from '../security/policy.ts';
import { block, quoted } from './configuration.ts';
import type { HostRules } from './host-rules.ts';

/**
 * Returns a file to be imported into a site block of a Caddyfile. It handles the site's own path and nothing else.
 *
 * The block that imports it says where the files are, with `root`. A missing file is answered here and not by `handle_errors`, which would
 * hold for the neighbours too.
 *
 * @see https://caddyserver.com/docs/caddyfile/directives/file_server
 */
export const caddyFile = ({ base, headers, redirects }: HostRules): string =>
  [
    ...introduction(base),
    ...withoutSlash(base),
    // Within it, paths have no base path.
    ...block(`handle_path ${base}*`, [
      ...formerAddresses(base, redirects),
      ...folders,
      ...textTypes.flatMap(([ending]) => block(`@${ending}`, [`path *.${ending}`, 'file {path}'])),
      'encode gzip',
      ...block('route', [
        ...block(
          'header',
          Object.entries({ ...headers, 'Cache-Control': revalidated }).map(([name, value]) => `${name} ${quoted(value)}`),
        ),
        ...immutableFolders.map((folder) => `header /${folder}/* Cache-Control ${quoted(immutable)}`),
        ...textTypes.flatMap(([ending, type]) => block(`header @${ending}`, [`Content-Type "${type}; charset=utf-8"`, 'defer'])),
        ...block('file_server', ['precompressed br gzip', 'pass_thru']),
        '# There is no such file.',
        'rewrite * /404.html',
        `header Cache-Control ${quoted(revalidated)}`,
        ...block('file_server', ['status 404']),
      ]),
    ]),
    '',
  ].join('\n');

const introduction = (base: string): string[] => [
  `# Caddy: the site under ${base}. A build writes this file anew, so do not edit it.`,
  '# Import it into a site block that says where the built site is:',
  '#',
  '#   kb.example {',
  `#     root ${base === '/' ? '*' : `${base}*`} /srv/site`,
  '#     import /srv/site/Caddyfile',
  '#   }',
  '#',
  '# Put what else the block serves into "handle { }", so that it cannot act on this path.',
  '',
];

/** Types of files by their ending. Caddy takes them from the system, which may have none. The other types that matter it knows itself. */
const textTypes = [
  ['md', 'text/markdown'],
  ['txt', 'text/plain'],
] as const;

/** Redirects to a path and keeps the query: a rewrite leaves it as it is. */
const redirectTo = (path: string): string[] => [`rewrite * ${path}`, 'redir * {uri} 301'];

/** The redirect from `/kb` to `/kb/`, which is outside of the site's path. */
const withoutSlash = (base: string): string[] =>
  base === '/' ? [] : block(`handle ${base.slice(0, -1)}`, block('route', redirectTo(base)));

/** The redirects of folders without a slash: the file server of Caddy 2.6 would drop the query. */
const folders = [
  ...block('@folder', ['not path */', 'file {path}/index.html']),
  ...block('route @folder', redirectTo('{http.request.orig_uri.path}/')),
];

const formerAddresses = (base: string, redirects: HostRules['redirects']): string[] =>
  redirects.length
    ? [
        '# Former addresses',
        ...block('map {path} {now}', [...redirects.map(({ from, to }) => `/${from.slice(base.length)} ${to}`), 'default ""']),
        '@former not vars {now} ""',
        ...block('route @former', redirectTo('{now}')),
      ]
    : [];
