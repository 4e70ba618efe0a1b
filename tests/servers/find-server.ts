/** Which web servers this machine has. */
import { existsSync } from 'node:fs';
import path from 'node:path';

/** A web server, and the Debian package that has it. */
export interface WebServer {
  name: 'nginx' | 'caddy';
  debianPackage: string;
}

/** The web servers that the published configuration is for. */
export const webServers: readonly WebServer[] = [
  { name: 'nginx', debianPackage: 'nginx-light' },
  { name: 'caddy', debianPackage: 'caddy' },
];

/** Where servers are installed, also for users whose PATH leaves it out. */
const systemFolders = ['/usr/sbin', '/usr/local/sbin'];

/**
 * Finds the program of a web server.
 *
 * @returns its path, or nothing where it is not installed
 */
export const findServer = ({ name }: { name: string }, env: NodeJS.ProcessEnv = process.env): string | undefined =>
  [...(env['PATH'] ?? '').split(path.delimiter).filter(Boolean), ...systemFolders]
    .map((folder) => path.join(folder, name))
    .find((file) => existsSync(file));

/** nginx's module that sends files compressed with Brotli: `load_module` needs its path. */
export const brotliModule = {
  debianPackage: 'libnginx-mod-http-brotli-static',
  path: ['/usr/lib/nginx/modules', '/usr/lib64/nginx/modules', '/usr/share/nginx/modules']
    .map((folder) => `${folder}/ngx_http_brotli_static_module.so`)
    .find((file) => existsSync(file)),
};

/** What is said of a package that is not installed. */
export const skippedWithout = (what: string, debianPackage: string): string =>
  `${what} is not installed, so its tests are skipped. Install it: "apt-get install ${debianPackage}" on Debian.`;
