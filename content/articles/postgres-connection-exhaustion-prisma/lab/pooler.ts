/** A PgBouncer in front of the lab's PostgreSQL. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Bench, freePort, type Running } from 'faultbook/lab';
import type { PostgresServer } from './server.ts';

/** A running pooler. */
export interface Pooler {
  port: number;
  running: Running;
  /** Returns the connection string for a user; the database is `app` by default. */
  url: (user: string, database?: string) => string;
  /** Its configuration without the limits: those follow as the last lines of the section `[pgbouncer]`. */
  basics: string;
  /** Replaces its configuration file; PgBouncer reads the file on RELOAD. */
  configure: (text: string) => Promise<void>;
}

/** Settings of PgBouncer that a scenario needs. */
export type PoolerSettings = Readonly<Record<string, string | number>>;

/**
 * Starts a pooler, by default in transaction mode.
 *
 * @param limits settings in addition to those of the lab
 */
export async function startPgBouncer(bench: Bench, server: PostgresServer, limits: PoolerSettings = {}): Promise<Pooler> {
  const port = await freePort();
  const users = await writeFor(server, 'users.txt', '"app" ""\n"postgres" ""');
  const settings = { listen_addr: '127.0.0.1', listen_port: port, unix_socket_dir: '', auth_type: 'trust', auth_file: users };
  const databases = `[databases]\napp = host=127.0.0.1 port=${server.port} dbname=app\n`;
  const basics = `${databases}[pgbouncer]\n${lines({ ...settings, admin_users: 'postgres', pool_mode: 'transaction' })}`;
  const config = await writeFor(server, 'pgbouncer.ini', `${basics}\n${lines(limits)}`);
  const running = await runPgBouncer(bench, server, config);
  return {
    port,
    running,
    url: (user, database = 'app') => `postgresql://${user}@127.0.0.1:${port}/${database}`,
    basics,
    configure: async (text) => void (await writeFor(server, 'pgbouncer.ini', text)),
  };
}

/** Returns settings as lines of a configuration file. */
export const lines = (settings: PoolerSettings): string =>
  Object.entries(settings)
    .map(([name, value]) => `${name} = ${value}`)
    .join('\n');

/** Writes a file into the folder of the servers. Returns the path that the servers see. */
export async function writeFor(server: PostgresServer, name: string, text: string): Promise<string> {
  await writeFile(path.join(server.folder.host, name), `${text}\n`);
  return path.join(server.folder.own, name);
}

/** Returns the version of a running PgBouncer, e.g. `[1, 18]`. */
export const versionOf = (running: Running): readonly [number, number] => {
  const [major = 0, minor = 0] = /PgBouncer (\d+)\.(\d+)/.exec(running.output())?.slice(1).map(Number) ?? [];
  return [major, minor];
};

/** Starts PgBouncer on a configuration file. */
export async function runPgBouncer(bench: Bench, server: PostgresServer, config: string): Promise<Running> {
  const { argv } = server.installation;
  const running = await bench.start(argv('/usr/sbin/pgbouncer', config), { ready: /process up: PgBouncer/ });
  bench.uses('PgBouncer', /PgBouncer ([\d.]+)/.exec(running.output())?.[1] ?? 'unknown');
  return running;
}

/** Runs a command on PgBouncer's console. Returns its rows, with values by column. */
export async function consoleRows(bench: Bench, pooler: Pooler, command: string): Promise<Record<string, string>[]> {
  const { text } = await bench.exec(['psql', '-XAq', '-F', '\t', '-P', 'footer=off', pooler.url('postgres', 'pgbouncer'), '-c', command]);
  const [head = '', ...rows] = text.trim().split('\n');
  const columns = head.split('\t');
  return rows.map((row) => Object.fromEntries(row.split('\t').map((value, index) => [columns[index] ?? '', value])));
}
