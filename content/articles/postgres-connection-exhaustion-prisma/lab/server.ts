/** A PostgreSQL server with few slots. */
import { appendFile } from 'node:fs/promises';
import path from 'node:path';
import { type Bench, freePort, type Output, type Replacement, type Running } from 'faultbook/lab';
import { installed, type Installation } from './installation.ts';

/** A running server. */
export interface PostgresServer {
  port: number;
  /** Its major version, e.g. 15. */
  major: number;
  installation: Installation;
  /** The folder of its files and of its pooler's: the path on this machine, and the path for the servers. */
  folder: { host: string; own: string };
  /** Returns the connection string for a user: `postgres`, a superuser, or `app`. The database is `app` by default. */
  url: (user: string, database?: string) => string;
  /** Returns all that it has logged. */
  log: () => string;
  /** Stops it as Debian's unit does, and starts it again. */
  restart: () => Promise<void>;
}

/** Settings of every server: 20 slots, three of them for superusers. */
const basics = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: 20,
  superuser_reserved_connections: 3,
  fsync: 'off',
  log_line_prefix: '%m [%p] %q%u@%d ',
  log_timezone: 'UTC',
};

/**
 * Makes a cluster and starts its server, which `$ADMIN_URL` of the article then reaches.
 *
 * @param settings lines of `postgresql.conf` in addition to those of the lab
 */
export async function startPostgres(
  bench: Bench,
  settings: Readonly<Record<string, string | number>> = {},
  { installation = installed, env = {} }: { installation?: Installation; env?: NodeJS.ProcessEnv } = {},
): Promise<PostgresServer> {
  const port = await freePort();
  const folder = await installation.folder(bench);
  const data = path.join(folder.own, 'data');
  await bench.exec(installation.argv('initdb', '-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'));
  const lines = Object.entries({ ...basics, port, ...settings }).map(([name, value]) => `${name} = '${value}'`);
  await appendFile(path.join(folder.host, 'data', 'postgresql.conf'), `\n${lines.join('\n')}\n`);

  const logs: Running[] = [];
  const start = async () => {
    const argv = installation.argv('postgres', '-D', data);
    const running = await bench.start(argv, { ready: /database system is ready to accept connections/, env });
    logs.push(running);
    bench.afterwards(() => running.stop('SIGINT'));
  };
  await start();
  const server: PostgresServer = {
    port,
    major: 0,
    installation,
    folder,
    url: (user, database = 'app') => `postgresql://${user}@127.0.0.1:${port}/${database}`,
    log: () => logs.map((running) => running.output()).join(''),
    restart: async () => {
      await logs.at(-1)?.stop('SIGINT');
      await start();
    },
  };
  const admin = (bench.env['ADMIN_URL'] = server.url('postgres', 'postgres'));
  await bench.exec(['psql', '-Xqc', 'CREATE ROLE app LOGIN', '-c', 'CREATE DATABASE app OWNER app', admin]);
  const version = (await query(bench, server, 'SHOW server_version')).split(' ')[0] ?? 'unknown';
  bench.uses('PostgreSQL', version);
  const table = 'CREATE TABLE orders (id serial PRIMARY KEY, item text NOT NULL, paid boolean NOT NULL DEFAULT false)';
  await login(bench, server, 'app', table, { code: 0 });
  await login(bench, server, 'app', "INSERT INTO orders (item) VALUES ('lamp')", { code: 0 });
  return { ...server, major: Number.parseInt(version, 10) };
}

/** Runs statements as the superuser, each in a transaction of its own. Returns the values, without heading and row count. */
export async function query(bench: Bench, server: Pick<PostgresServer, 'url'>, ...statements: string[]): Promise<string> {
  const commands = statements.flatMap((statement) => ['-c', statement]);
  return (await bench.exec(['psql', '-XAtq', server.url('postgres'), ...commands])).text.trim();
}

/** Logs in with psql and runs a statement. By default it may be refused. */
export const login = (
  bench: Bench,
  server: Pick<PostgresServer, 'url'>,
  user: string,
  statement = 'SELECT 1',
  options: { code?: number | 'any' } = { code: 'any' },
): Promise<Output> => bench.exec(['psql', '-X', server.url(user), '-c', statement], options);

/** Returns how many client sessions the server has, without the one that asks. */
export const sessions = async (bench: Bench, server: PostgresServer, where = 'true'): Promise<number> =>
  Number(
    await query(
      bench,
      server,
      `SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid() AND ${where}`,
    ),
  );

/** Returns the rule that shows the usual port in captures, instead of the lab's. */
export const usualPort = ({ port }: { port: number }, usual = 5432): Replacement => [new RegExp(`\\b${port}\\b`, 'g'), `${usual}`];
