/** The whole site in one zip, for machines without a network. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { zipSync } from 'fflate';
import type { SiteVersion } from '../reader/offline/site-version.ts';

/** A zip file and its name. */
export interface Bundle {
  name: string;
  content: Uint8Array;
}

/** The earliest time that a zip can record. With a fixed time, the same site makes the same zip on any day. */
const noTime = new Date(1980, 0, 1);

/**
 * Packs a built site into a zip file.
 *
 * @param folder the site, built with the base path `/`
 * @param siteName its name
 * @throws when there is no built site
 */
export async function bundleOf(folder: string, siteName: string): Promise<Bundle> {
  const { version } = JSON.parse(await readFile(path.join(folder, 'offline', 'version.json'), 'utf8')) as SiteVersion;
  const name = `${fileName(siteName)}-${version}`;
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  const packed: Record<string, Uint8Array> = { [`${name}/README.txt`]: Buffer.from(readMe(siteName, name, version)) };
  for (const file of files.toSorted()) packed[`${name}/${path.relative(folder, file).replaceAll(path.sep, '/')}`] = await readFile(file);
  return { name: `${name}.zip`, content: zipSync(packed, { mtime: noTime }) };
}

/** A name as one can stand in a path on any system. */
const fileName = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '') || 'site';

const readMe = (site: string, folder: string, version: string): string => `${site}, version ${version}, for machines without a network

The pages need a web server: browsers run no scripts of files that were opened by a double click. Most machines have one.
Unpack this folder, on a stick or a disk, and in a terminal run

    cd ${folder}
    python3 -m http.server 8000 --bind 127.0.0.1

(on Windows: py -m http.server 8000 --bind 127.0.0.1). Then open http://localhost:8000/ in a browser; Ctrl-C stops the server.

Where there is no Python, any other web server will do that serves this folder as the root of an address, for instance

    php -S 127.0.0.1:8000
    busybox httpd -f -p 127.0.0.1:8000

Nothing is fetched from anywhere else. To serve it to others on a closed network, give this folder to the web server that you have. For
nginx and Caddy, the files nginx.conf and Caddyfile in it configure headers, redirects and compression; each begins with how to use it.
`;
