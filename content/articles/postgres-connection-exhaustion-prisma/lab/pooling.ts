/** PgBouncer as the article configures it: what transaction mode breaks, and why session mode saves no slots. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { type Bench, freePort, type Scenario } from 'faultbook/lab';
import { poolerNeeds } from './installation.ts';
import { runPgBouncer, startPgBouncer, versionOf, writeFor } from './pooler.ts';
import { hold, layOutApplication, program } from './programs.ts';
import { sessions, startPostgres, type PostgresServer } from './server.ts';

/** Starts PgBouncer on the article's configuration. Returns the connection string for the application. */
async function startArticlesPooler(bench: Bench, server: PostgresServer) {
  const port = await freePort();
  const users = await writeFor(server, 'userlist.txt', '"app" "secret"\n"pgbouncer_admin" "secret"');
  const file = await bench.file('pgbouncer-ini', 'pgbouncer.ini', {
    replace: {
      'host=10.0.4.17 port=5432': `host=127.0.0.1 port=${server.port}`,
      '10.0.4.20': '127.0.0.1',
      '6432': `${port}`,
      '/etc/pgbouncer/userlist.txt': users,
      '[pgbouncer]': '[pgbouncer]\nunix_socket_dir =',
    },
  });
  const running = await runPgBouncer(bench, server, await writeFor(server, 'article.ini', await readFile(file, 'utf8')));
  return { url: `postgresql://app:secret@127.0.0.1:${port}/app`, version: versionOf(running) };
}

/** Whether a version of PgBouncer tracks named statements by default. */
const tracksNames = ([major, minor]: readonly [number, number]) => major > 1 || minor >= 24;

/**
 * Runs what transaction mode breaks through the article's pooler, and asserts what the article says of this version.
 *
 * @returns what was printed about named statements, and about the state of a session
 */
export async function transactionMode(bench: Bench, server: PostgresServer): Promise<{ named: string; state: string }> {
  const { url, version } = await startArticlesPooler(bench, server);
  const kinds = { plain: 'Prisma 7, as it is', 'prisma-named': 'Prisma 7, statementNameGenerator', 'pg-named': 'node-postgres, name' };
  const results: string[] = [];
  for (const [kind, name] of Object.entries(kinds)) {
    const { text } = await program(bench, 'named.mjs', url, kind);
    results.push(`${name}\n${text}`);
    if (kind === 'plain' || tracksNames(version)) assert.equal(text.match(/ answered$/gm)?.length, 3, text);
    else assert.match(text, /prepared statement "\S+" already exists[\s\S]*prepared statement "\S+" does not exist/);
  }
  const state = (await program(bench, 'session-state.mjs', url)).text;
  assert.match(state, /^SET by the first.*: +1234ms$/m);
  assert.match(state, /^SET LOCAL by the first.*: +0$/m);
  assert.match(state, /^lock of the first.*: +true$/m);
  assert.match(state, /first got 0, second got 1$/m);
  assert.match(state, /relation "mine" does not exist$/m);
  return { named: results.join(''), state };
}

export const pooling: Scenario = {
  name: 'transaction pooling breaks what belongs to a session',
  needs: poolerNeeds,
  async run(bench) {
    const server = await startPostgres(bench, { max_connections: 100 });
    await layOutApplication(bench, 'Prisma ORM', 'node-postgres');
    const { named, state } = await transactionMode(bench, server);
    bench.capture('named-statements', named);
    bench.capture('session-state', state);
  },
};

export const sessionMode: Scenario = {
  name: 'in session mode idle clients keep the slots of PostgreSQL',
  needs: poolerNeeds,
  async run(bench) {
    const server = await startPostgres(bench);
    await layOutApplication(bench, 'node-postgres');
    const limits = { default_pool_size: 4, query_wait_timeout: 1 };
    const inSession = await startPgBouncer(bench, server, { pool_mode: 'session', ...limits });
    const held = await hold(bench, inSession.url('app'), 4);
    assert.equal(await sessions(bench, server, "usename = 'app' AND state = 'idle'"), 4);
    const late = await bench.exec(['psql', '-Xc', 'SELECT 1', inSession.url('app')], { code: 'any' });
    assert.match(late.text, /query_wait_timeout/);
    await held.stop();
    const inTransaction = await startPgBouncer(bench, server, limits);
    await hold(bench, inTransaction.url('app'), 40);
    assert.equal((await bench.exec(['psql', '-XAtc', 'SELECT 1', inTransaction.url('app')])).text, '1\n');
    assert.ok((await sessions(bench, server, "usename = 'app'")) <= 8);
  },
};
