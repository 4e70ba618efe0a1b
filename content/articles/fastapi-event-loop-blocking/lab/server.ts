/** The servers of the lab, the apps that they serve, and requests to them. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Bench, blockOf, type Filling, freePort, type Need, type Running } from 'faultbook/lab';

/** FastAPI on Uvicorn. A package without a program is recognised by its folder of modules. */
export const needs: readonly Need[] = [
  { command: '/usr/lib/python3/dist-packages/fastapi', package: 'python3-fastapi' },
  { command: '/usr/lib/python3/dist-packages/uvloop', package: 'python3-uvloop' },
  { command: '/usr/lib/python3/dist-packages/httptools', package: 'python3-httptools' },
  { command: '/usr/lib/python3/dist-packages/requests', package: 'python3-requests' },
  { command: '/usr/bin/uvicorn', package: 'uvicorn' },
  { command: 'curl', package: 'curl' },
];

const files = path.join(import.meta.dirname, 'files');

/** A running server. */
export interface Server {
  port: number;
  address: string;
  running: Running;
}

/** The parts of an app: what the lab adds, and what comes from the article. */
export interface AppParts {
  /** The lab's code before the article's blocks. */
  before?: string;
  /** Labels of blocks of the article, with what changes in each. */
  article?: Readonly<Record<string, Filling>>;
  /** The lab's code after them. */
  after?: string;
}

/** Copies an app of the lab into the scenario's folder, as `main.py`. */
export const labApp = async (bench: Bench, name: string, target = 'main.py'): Promise<string> =>
  bench.write(target, await readFile(path.join(files, name), 'utf8'));

/** Writes `main.py` from the lab's code and the article's blocks. */
export async function writeApp(bench: Bench, { before = '', article = {}, after = '' }: AppParts): Promise<void> {
  const parts = [before];
  for (const [label, filling] of Object.entries(article))
    parts.push(await readFile(await bench.file(label, `parts/${label}.py`, filling), 'utf8'));
  await bench.write('main.py', [...parts, after].join('\n'));
}

/** Starts `uvicorn main:app` on a free port, and records the versions of the software. */
export async function serve(bench: Bench, args: readonly string[] = [], env: NodeJS.ProcessEnv = {}): Promise<Server> {
  const port = await freePort();
  const running = await bench.start(['uvicorn', 'main:app', '--port', `${port}`, ...args], { ready: /startup complete/, env });
  await versions(bench);
  return { port, address: `127.0.0.1:${port}`, running };
}

/** Starts a server with a command of the article, on a free port instead of 8000. */
export async function serveBy(
  bench: Bench,
  label: string,
  filling: Filling = {},
  ready = /startup complete|Listening at/,
): Promise<Server> {
  const port = await freePort();
  const open: Record<string, string> = blockOf(bench.article, label).text.includes('0.0.0.0') ? { '0.0.0.0': '127.0.0.1' } : {};
  const replace = { '--port 8000': `--port ${port}`, ...open, ...filling.replace };
  const running = await bench.startCommand(label, { ...filling, replace, ready });
  await versions(bench);
  return { port, address: `127.0.0.1:${port}`, running };
}

/** Records the versions of Python, FastAPI and its servers. */
export async function versions(bench: Bench, python = '/usr/bin/python3'): Promise<void> {
  const script = `import platform, fastapi, starlette, uvicorn, uvloop
print("Python", platform.python_version())
for one in (fastapi, starlette, uvicorn, uvloop): print(one.__name__, one.__version__)`;
  const names: Record<string, string> = { fastapi: 'FastAPI', starlette: 'Starlette', uvicorn: 'Uvicorn' };
  const { text } = await bench.exec([python, '-c', script]);
  for (const line of text.trim().split('\n')) {
    const [name = '', version = ''] = line.split(' ');
    bench.uses(names[name] ?? name, version);
  }
}

/** An answer, and how many seconds it took. */
export interface Answer {
  status: number;
  text: string;
  seconds: number;
}

/** Sends a request and reads the whole answer. */
export const ask = (server: Pick<Server, 'address'>, route: string, init: RequestInit = {}): Promise<Answer> =>
  guarded(answerOf(server, route, init));

/** Sends a number of equal requests at once. */
export const askTogether = (server: Server, route: string, count: number): Promise<Answer[]> =>
  guarded(Promise.all(Array.from({ length: count }, () => answerOf(server, route, {}))));

/** Keeps a rejection that nobody awaits from ending the process: a request may still run when its scenario fails or is interrupted. */
function guarded<T>(work: Promise<T>): Promise<T> {
  work.catch(() => undefined);
  return work;
}

async function answerOf({ address }: Pick<Server, 'address'>, route: string, init: RequestInit): Promise<Answer> {
  const started = performance.now();
  // A new connection for each request: on one that is kept alive, it would wait behind the request before it.
  const answer = await fetch(`http://${address}${route}`, { ...init, headers: { connection: 'close' } });
  const text = await answer.text();
  return { status: answer.status, text, seconds: (performance.now() - started) / 1_000 };
}
