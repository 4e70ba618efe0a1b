/** The site as real web servers serve it with the published files for hosts. */
import { readdirSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { request, type IncomingMessage } from 'node:http';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { readHeadersFile } from '../../src/hosts/headers-file.ts';
import { immutable, revalidated } from '../../src/security/policy.ts';
import { builds } from '../builds.ts';
import { brotliModule, findServer, webServers } from './find-server.ts';
import { setups, startServer, type RunningServer } from './running-server.ts';

const built = (file: string) => readFile(path.join(builds.history.folder, file));
const [hashed = ''] = readdirSync(path.join(builds.history.folder, '_astro')).filter((name) => name.endsWith('.css'));
const indexFiles = ['index', 'fragment'].map((part) => {
  const [file = ''] = readdirSync(path.join(builds.history.folder, 'pagefind', part));
  return `pagefind/${part}/${file}`;
});
/** The headers of every response, by their names in lower case. */
const headers = Object.fromEntries(
  readHeadersFile((await built('_headers')).toString())[0]?.headers.map(([name, value]) => [name.toLowerCase(), value]) ?? [],
);
const redirects = (await built('_redirects'))
  .toString()
  .trimEnd()
  .split('\n')
  .map((line) => line.split(' ') as [from: string, to: string, status: string]);

interface Answer {
  status: number | undefined;
  headers: IncomingMessage['headers'];
  body: Buffer;
}

/** Asks for a path, without following a redirect or decompressing the answer. */
const ask = (url: URL, sent: Record<string, string>) =>
  new Promise<Answer>((resolve, reject) => {
    request(url, { headers: sent, agent: false }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) }));
    })
      .on('error', reject)
      .end();
  });

/** Starts the server for the tests of one block; returns what asks it. */
function startedFor(server: (typeof webServers)[number], site: 'kb' | 'root') {
  let running: RunningServer | undefined;
  beforeAll(async () => {
    running = await startServer(findServer(server) ?? '', setups[server.name], { served: inject('served'), site });
  });
  afterAll(() => running?.stop());
  return (address: string, sent: Record<string, string> = {}) => ask(new URL(address, running?.url), sent);
}

/** Where a redirect leads: a path, so that it is right behind a proxy too. */
const leadsTo = ({ headers: { location } }: Answer) => location;

describe.for(webServers)('$name', (server) => {
  describe.skipIf(!findServer(server))('serves the site under /kb/ beside a neighbour', () => {
    const get = startedFor(server, 'kb');

    test('a page has its content and every header, each once', async () => {
      const page = await get('/kb/articles/jobs-late/');
      expect(page.status).toBe(200);
      expect(page.body).toEqual(await built('articles/jobs-late/index.html'));
      expect(page.headers).toMatchObject({ ...headers, 'cache-control': revalidated });
      expect(page.headers).not.toHaveProperty('x-neighbour');
      expect(page.headers).not.toHaveProperty('expires');
    });

    test('the neighbour keeps its own headers and its own page for what is missing, and gets none of the site', async () => {
      for (const address of ['/', '/app.js']) {
        const answer = await get(address);
        expect(answer.status, address).toBe(200);
        expect(answer.headers, address).toHaveProperty('x-neighbour');
        for (const name of Object.keys(headers)) expect(answer.headers, address).not.toHaveProperty(name);
      }
      for (const address of ['/no-such-page', '/kb-of-others/', '/articles/jobs-late/']) {
        const answer = await get(address);
        expect([answer.status, answer.body.toString()], address).toEqual([404, 'Neighbour: not found']);
        for (const name of Object.keys(headers)) expect(answer.headers, address).not.toHaveProperty(name);
      }
    });

    test.for([
      ['/kb/', 'text/html; charset=utf-8'],
      ['/kb/articles/jobs-late.md', 'text/markdown; charset=utf-8'],
      ['/kb/rss.xml', /^(text\/xml; charset=utf-8|application\/xml)$/],
      ['/kb/llms.txt', 'text/plain; charset=utf-8'],
      [`/kb/_astro/${hashed}`, 'text/css; charset=utf-8'],
      ['/kb/service-worker.js', /^(application|text)\/javascript; charset=utf-8$/],
      ['/kb/faults.json', /^application\/json/],
      ['/kb/favicon.svg', /^image\/svg\+xml/],
      ['/kb/pictures/site.png', /^image\/png$/],
    ] as const)('%s is sent as %s', async ([address, type]) => {
      const { status, headers: sent } = await get(address);
      expect(status).toBe(200);
      expect(sent['content-type']?.toLowerCase()).toMatch(typeof type === 'string' ? new RegExp(`^${type.replace('+', '\\+')}$`) : type);
    });

    test.for([
      '/kb/no-such-page/',
      '/kb/no-such-page',
      '/kb/no-such.md',
      '/kb/no-such.txt',
      '/kb/_astro/no-such.js',
      '/kb/_astro/',
      '/kb/no-such-folder/',
    ])('%s is answered by the 404 page, which nobody may keep', async (address) => {
      const answer = await get(address);
      expect(answer.status).toBe(404);
      expect(answer.body).toEqual(await built('404.html'));
      expect(answer.headers).toMatchObject({ ...headers, 'content-type': 'text/html; charset=utf-8', 'cache-control': revalidated });
    });

    test.for(redirects)('the former address %s leads to %s', async ([from, to, status]) => {
      const plain = await get(from);
      expect([plain.status, leadsTo(plain)]).toEqual([Number(status), to]);
      expect(leadsTo(await get(`${from}?from=ticket&n=1`))).toBe(`${to}?from=ticket&n=1`);
    });

    test('a former page whose anchors went to different places stays a page', async () => {
      const page = await get('/kb/articles/worker-stalled/');
      expect(page.status).toBe(200);
      expect(page.body.toString()).toContain('http-equiv="refresh"');
    });

    test.for(['/kb', '/kb/articles/jobs-late', '/kb/symptoms'])(
      '%s leads to the address with a slash, and keeps the query',
      async (address) => {
        const answer = await get(`${address}?q=oom`);
        expect([301, 308]).toContain(answer.status);
        expect(leadsTo(answer)).toBe(`${address}/?q=oom`);
      },
    );

    test('browsers keep files that are named by their content for a year, and ask anew for all others', async () => {
      for (const file of [`_astro/${hashed}`, ...indexFiles])
        expect((await get(`/kb/${file}`)).headers['cache-control'], file).toBe(immutable);
      for (const file of ['faults.json', 'service-worker.js', 'pagefind/pagefind-entry.json', 'offline/version.json'])
        expect((await get(`/kb/${file}`)).headers['cache-control'], file).toBe(revalidated);
    });

    test('a file that has not changed is not sent again', async () => {
      const { headers: first } = await get('/kb/');
      const again = await get('/kb/', { 'if-none-match': first.etag ?? '' });
      expect([again.status, again.body.length]).toEqual([304, 0]);
    });

    test.for([
      ['gzip', gunzipSync, '.gz'],
      ['br', brotliDecompressSync, '.br'],
    ] as const)('a browser that takes %s gets the file that was compressed before', async ([encoding, decompress, ending], { skip }) => {
      skip(server.name === 'nginx' && encoding === 'br' && !brotliModule.path, 'The Brotli module of nginx is not installed.');
      for (const [address, file] of [
        ['articles/jobs-late/', 'articles/jobs-late/index.html'],
        ['articles/jobs-late.md', 'articles/jobs-late.md'],
      ] as const) {
        const answer = await get(`/kb/${address}`, { 'accept-encoding': encoding });
        expect(answer.headers).toMatchObject({ 'content-encoding': encoding, vary: 'Accept-Encoding' });
        expect(answer.body, 'the bytes of the copy').toEqual(await readFile(path.join(inject('served'), 'kb', file + ending)));
        expect(decompress(answer.body)).toEqual(await built(file));
      }
    });

    test.for([
      ['articles/broker-queue-full/', 'articles/broker-queue-full/index.html'],
      ['articles/broker-queue-full.md', 'articles/broker-queue-full.md'],
    ] as const)('without its copy, %s is compressed when it is asked for', async ([address, file]) => {
      for (const ending of ['.gz', '.br']) await rm(path.join(inject('served'), 'kb', file + ending), { force: true });
      const answer = await get(`/kb/${address}`, { 'accept-encoding': 'gzip' });
      expect(answer.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'Accept-Encoding' });
      expect(gunzipSync(answer.body)).toEqual(await built(file));
    });
  });

  describe.skipIf(!findServer(server))('serves the site at its root', () => {
    const get = startedFor(server, 'root');

    test('pages, missing pages, and folders without a slash', async () => {
      const atRoot = (file: string) => readFile(path.join(builds.root.folder, file));
      const [front, missing, folder] = [await get('/'), await get('/no-such-page/'), await get('/symptoms?q=oom')];
      expect([front.status, front.body]).toEqual([200, await atRoot('index.html')]);
      expect(front.headers['content-security-policy']).toContain("default-src 'none'");
      expect([missing.status, missing.body]).toEqual([404, await atRoot('404.html')]);
      expect(leadsTo(folder)).toBe('/symptoms/?q=oom');
    });
  });
});
