/** A server for the built site that gives what production gives: compression, types, the headers of `_headers`, 404 page, base path. */
import { readFile } from 'node:fs/promises';
import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import compression from 'compression';
import sirv from 'sirv';
import { headersAt, readHeadersFile } from '../src/security/host-files.ts';
import { revalidated } from '../src/security/policy.ts';
import { UserError } from '../src/user-error.ts';

/** What to serve, and where. */
export interface ServeOptions {
  /** The folder with the built site. */
  folder: string;
  /** The path under which it was built, e.g. `/` or `/kb/`. */
  base: string;
  /** 0 takes any free port. */
  port: number;
}

/** A running server and the address of the site on it. */
export interface RunningServer {
  url: string;
  close(): Promise<void>;
}

/** Types that the server's own list lacks, or gives without the encoding that text needs. */
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
 * Serves a built site on the loopback interface. Fails with a `UserError` when there is no built site in the folder, or the port is taken.
 */
export async function serveSite({ folder, base, port }: ServeOptions): Promise<RunningServer> {
  const root = path.resolve(folder);
  const notFound = await readFile(path.join(root, '404.html')).catch(() => {
    throw new UserError(`There is no built site in ${root}. Run "npm run build" first, or "npm start", which does both.`);
  });
  const rules = readHeadersFile(await readFile(path.join(root, '_headers'), 'utf8').catch(() => ''));
  const files = sirv(root, { etag: true, setHeaders });
  const prefix = base.replace(/\/$/, '');
  const compress = compression();
  const answer: RequestListener = (request, response) => {
    const missing = () => {
      response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' }).end(notFound);
    };
    const url = request.url ?? '/';
    const [asked = '/'] = url.split('?');
    response.setHeaders(new Map([['Cache-Control', revalidated], ...headersAt(rules, asked)]));
    if (prefix && (url === '/' || url === prefix)) return void response.writeHead(302, { location: `${prefix}/` }).end();
    if (!url.startsWith(`${prefix}/`)) return missing();
    request.url = url.slice(prefix.length);
    compress(request as never, response as never, () => files(request, response, missing));
  };
  const server = createServer(answer);
  await listen(server, port);
  const { port: taken } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${taken}${prefix}/`,
    close: () =>
      new Promise((resolve, reject) => {
        server.closeAllConnections();
        server.close((error) => (error ? reject(error) : resolve()));
      }),
  };
}

const listen = (server: Server, port: number) =>
  new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new UserError(`Port ${port} is taken. Choose another: PORT=${port + 1} npm start`) : error),
    );
    server.listen(port, 'localhost', resolve);
  });
