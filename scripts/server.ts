/** Serves the built site as a host would: with compression, content types, the headers of `_headers`, the 404 page and the base path. */
import { readFile } from 'node:fs/promises';
import { createServer, type RequestListener, type ServerResponse } from 'node:http';
import { createSecureServer } from 'node:http2';
import type { AddressInfo, Server, Socket } from 'node:net';
import path from 'node:path';
import compression from 'compression';
import sirv from 'sirv';
import { headersAt, readHeadersFile } from '../src/hosts/headers-file.ts';
import { revalidated } from '../src/security/policy.ts';
import { UserError } from '../src/user-error.ts';

/** What to serve, and at which port. */
export interface ServeOptions {
  /** The folder with the built site. */
  folder: string;
  /** The base path with which it was built: `/` or `/kb/`. */
  base: string;
  /** The port; 0 takes any free one. */
  port: number;
  /** With a key and a certificate it serves HTTPS and HTTP/2, as hosts do. */
  tls?: { key: string; cert: string };
}

/** A running server. */
export interface RunningServer {
  /** The URL of the site, with the base path and a slash at its end. */
  url: string;
  close(): Promise<void>;
}

/** Content types that sirv does not know, or sends without a charset. */
const types: Record<string, string> = {
  '.md': 'text/markdown; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
};

function setHeaders(response: ServerResponse, file: string): void {
  const type = types[path.extname(file)];
  if (type) response.setHeader('content-type', type);
}

/**
 * Serves a built site on the loopback interface.
 *
 * @throws {UserError} when the folder contains no built site, or the port is in use; the message says what to do
 */
export async function serveSite({ folder, base, port, tls }: ServeOptions): Promise<RunningServer> {
  const root = path.resolve(folder);
  const notFound = await readFile(path.join(root, '404.html')).catch(() => {
    throw new UserError(`There is no built site in ${root}. Run "npm run build" first; "npm start" builds and serves.`);
  });
  const rules = readHeadersFile(await readFile(path.join(root, '_headers'), 'utf8').catch(() => ''));
  const files = sirv(root, { etag: true, setHeaders });
  const prefix = base.replace(/\/$/, '');
  const compress = compression();
  const answer: RequestListener = (request, response) => {
    const missing = () => {
      response.writeHead(404, { 'content-type': 'text/html; charset=utf-8', 'cache-control': revalidated }).end(notFound);
    };
    const url = request.url ?? '/';
    const [asked = '/'] = url.split('?');
    // Node's HTTP/2 responses have no setHeaders.
    for (const [name, value] of [['Cache-Control', revalidated] as const, ...headersAt(rules, asked)]) response.setHeader(name, value);
    if (prefix && (url === '/' || url === prefix)) return void response.writeHead(302, { location: `${prefix}/` }).end();
    if (!url.startsWith(`${prefix}/`)) return missing();
    request.url = url.slice(prefix.length);
    compress(request as never, response as never, () => files(request, response, missing));
  };
  // Node's HTTP/2 requests and responses have the interface of those of HTTP/1.
  const server = tls ? createSecureServer({ ...tls, allowHTTP1: true }, answer as never) : createServer(answer);
  const open = new Set<Socket>();
  server.on('connection', (socket: Socket) => open.add(socket.once('close', () => open.delete(socket))));
  await listen(server, port);
  const { port: taken } = server.address() as AddressInfo;
  return {
    url: `${tls ? 'https' : 'http'}://localhost:${taken}${prefix}/`,
    close: () =>
      new Promise((resolve, reject) => {
        for (const socket of open) socket.destroy();
        server.close((error) => (error ? reject(error) : resolve()));
      }),
  };
}

const listen = (server: Server, port: number) =>
  new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new UserError(`Port ${port} is in use. Choose another one: PORT=${port + 1} npm start`) : error),
    );
    server.listen(port, 'localhost', resolve);
  });
