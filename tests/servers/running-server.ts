/** A real web server for one test file: on a free port of this machine, with its own folder for all that it writes. */
import { spawn, type ChildProcess } from 'node:child_process';
import { chownSync, mkdirSync, mkdtempSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { brotliModule } from './find-server.ts';

/** Whom root's servers run as. Other users run servers as themselves. */
export const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : undefined;

/** A server that answers. */
export interface RunningServer {
  /** Its root: `http://127.0.0.1:8080/`. */
  url: string;
  stop(): Promise<void>;
}

/** What makes one web server serve the site. */
export interface ServerSetup {
  /** The name of the configuration file, which is written into the server's own folder. */
  file: string;
  /** Returns the text of that file. */
  configuration: (place: ServerPlace) => string;
  arguments: (place: ServerPlace) => string[];
}

/** Where a server runs. */
export interface ServerPlace {
  /** The server's own folder. */
  own: string;
  /** The folder with the sites, see `global-setup.ts`. */
  served: string;
  /** `kb`: the site under /kb/ beside a neighbour; `root`: the site alone. */
  site: 'kb' | 'root';
  port: number;
}

/**
 * Starts a web server, and waits until it answers.
 *
 * @param program the path of its program
 * @throws when it ends or does not answer within a minute; the message has all that it wrote
 */
export async function startServer(
  program: string,
  setup: ServerSetup,
  { served, site }: Pick<ServerPlace, 'served' | 'site'>,
): Promise<RunningServer> {
  const own = mkdtempSync(path.join(served, 'server-'));
  const place = { own, served, site, port: await freePort() };
  await writeFile(path.join(own, setup.file), setup.configuration(place));
  mkdirSync(path.join(own, 'data'));
  if (nobody) for (const folder of [own, path.join(own, 'data')]) chownSync(folder, nobody.uid, nobody.gid);
  const server = spawn(program, setup.arguments(place), {
    ...nobody,
    cwd: own,
    env: { PATH: process.env['PATH'], HOME: own, XDG_DATA_HOME: path.join(own, 'data'), XDG_CONFIG_HOME: path.join(own, 'data') },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const written: Buffer[] = [];
  for (const stream of [server.stdout, server.stderr]) stream.on('data', (part: Buffer) => written.push(part));
  const url = `http://127.0.0.1:${place.port}/`;
  await answers(server, url, () => Buffer.concat(written).toString());
  return { url, stop: () => end(server) };
}

async function answers(server: ChildProcess, url: string, log: () => string): Promise<void> {
  let failure: Error | undefined;
  server.on('error', (error) => (failure = error));
  for (let tries = 0; tries < 600; tries++) {
    if (failure || server.exitCode !== null) throw new Error(`${server.spawnfile} ended: ${failure?.message ?? ''}\n${log()}`);
    if (await fetch(url).catch(() => undefined)) return;
    await wait(100);
  }
  await end(server);
  throw new Error(`${server.spawnfile} did not answer at ${url}.\n${log()}`);
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill();
  await ended;
}

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const server = createServer()
      .once('error', reject)
      .listen(0, '127.0.0.1', () => {
        const { port } = server.address() as AddressInfo;
        server.close(() => resolve(port));
      });
  });

/** Settings of a neighbour that would break the site, were they inherited. */
const nginxNeighbour = (served: string) => `
    root ${served}/neighbour;
    add_header X-Neighbour yes;
    index start.html;
    autoindex on;
    expires 1h;
    charset iso-8859-1;
    error_page 404 /lost.html;
    location ~ \\.(js|md)$ { add_header X-Neighbour script; }`;

const nginx: ServerSetup = {
  file: 'main.conf',
  arguments: ({ own }) => ['-p', own, '-c', path.join(own, 'main.conf'), '-e', 'stderr'],
  configuration: ({ own, served, site, port }) => `
daemon off;
pid ${own}/nginx.pid;
${brotliModule.path ? `load_module ${brotliModule.path};` : ''}
events {}
http {
  include /etc/nginx/mime.types;
  default_type application/octet-stream;
  access_log off;
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${own}/data/${name};`).join(' ')}
  server {
    listen 127.0.0.1:${port};
    ${site === 'kb' ? nginxNeighbour(served) : ''}
    ${brotliModule.path ? 'brotli_static on;' : ''}
    set ${site === 'kb' ? '$files_kb' : '$files'} ${served}/${site};
    include ${served}/${site}/nginx.conf;
  }
}
`,
};

const caddyNeighbour = (served: string) => `
	root * ${served}/neighbour
	handle {
		header X-Neighbour yes
		file_server {
			index start.html
		}
	}
	handle_errors {
		rewrite * /lost.html
		file_server
	}`;

const caddy: ServerSetup = {
  file: 'main.Caddyfile',
  arguments: ({ own }) => ['run', '--config', path.join(own, 'main.Caddyfile'), '--adapter', 'caddyfile'],
  configuration: ({ served, site, port }) => `{
	admin off
	auto_https off
}
http://127.0.0.1:${port} {
	root ${site === 'kb' ? '/kb/*' : '*'} ${served}/${site}
	import ${served}/${site}/Caddyfile
${site === 'kb' ? caddyNeighbour(served) : ''}
}
`,
};

/** How each web server is set up. */
export const setups = { nginx, caddy } as const satisfies Record<string, ServerSetup>;
