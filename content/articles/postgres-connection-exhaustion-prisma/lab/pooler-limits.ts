/** A pooler at its limits: it refuses clients, clients wait too long, and PostgreSQL refuses the pooler. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { type Bench, type Scenario, varying } from 'faultbook/lab';
import { poolerNeeds } from './installation.ts';
import { consoleRows, lines, startPgBouncer, type Pooler } from './pooler.ts';
import { hold, layOutApplication, program, startProgram } from './programs.ts';
import { withoutStack } from './reading.ts';
import { query, sessions, startPostgres, usualPort, type PostgresServer } from './server.ts';

const ask = (bench: Bench, url: string) => bench.exec(['psql', '-Xc', 'SELECT 1', url], { code: 'any' });
const onConsole = ({ port }: Pooler) => ({
  values: { host: '127.0.0.1', role: 'postgres' },
  replace: { 'port=6432': `port=${port}` },
});
const poolOfApp = async (bench: Bench, pooler: Pooler) =>
  (await consoleRows(bench, pooler, 'SHOW POOLS')).find(({ database }) => database === 'app') ?? {};
const waiting = async (bench: Bench, pooler: Pooler) => Number((await poolOfApp(bench, pooler))['cl_waiting']);
const setting = async (bench: Bench, pooler: Pooler, name: string) =>
  (await consoleRows(bench, pooler, 'SHOW CONFIG')).find(({ key }) => key === name)?.['value'];

async function refusesClients(bench: Bench, pooler: Pooler): Promise<void> {
  const held = await hold(bench, pooler.url('app'), 6);
  bench.capture('pgbouncer-full', (await ask(bench, pooler.url('app'))).text, { replace: [usualPort(pooler, 6432)] });
  bench.reproduces('pgbouncer-no-more-connections-allowed', 'pgbouncer-full');
  const prisma = await program(bench, 'refused.mjs', pooler.url('app'));
  assert.match(prisma.text, /Code: `08P01`\. Message: `no more connections allowed[\s\S]*code: 'P2039'/);
  await held.stop();
  await bench.waitFor('its clients to be gone', async () => (await poolOfApp(bench, pooler))['cl_active'] === '0');
}

/** Two transactions hold both server connections and three clients wait, until the article's change raises the limits. */
async function raised(bench: Bench, pooler: Pooler, before: string): Promise<void> {
  const held = await hold(bench, pooler.url('app'), 2, { inTransaction: true });
  const waiters = Promise.all(Array.from({ length: 3 }, () => ask(bench, pooler.url('app'))));
  await bench.waitFor('three clients to wait', async () => (await waiting(bench, pooler)) === 3);
  await bench.waitFor('those clients to have waited for two seconds', async () => Number((await poolOfApp(bench, pooler))['maxwait']) >= 2);
  const pools = (await bench.run('show-pools', onConsole(pooler))).text.split('\n(?=-\\[)').join('\n');
  const ofApp = pools.split(/(?=^-\[ RECORD)/m).find((record) => /^database +\| app$/m.test(record)) ?? '';
  bench.capture('pools-waiting', ofApp, { varies: [varying.numbers, /-+/g] });
  assert.match(ofApp, /cl_active +\| 2\ncl_waiting +\| 3\n[\s\S]*sv_idle +\| 0\n[\s\S]*pool_mode +\| transaction/);

  const file = await bench.file('pgbouncer-limits', 'raised.ini', { replace: { '[pgbouncer]': pooler.basics } });
  await pooler.configure(await readFile(file, 'utf8'));
  assert.equal(bench.capture('pgbouncer-reloaded', (await bench.run('reload-pgbouncer', onConsole(pooler))).text), 'RELOAD\n');
  for (const { code, text } of await waiters) assert.equal(code, 0, text);
  assert.equal(await waiting(bench, pooler), 0);
  assert.equal(await setting(bench, pooler, 'default_pool_size'), '30');
  assert.equal(await setting(bench, pooler, 'max_client_conn'), '1000');
  await pooler.configure(before);
  await bench.run('reload-pgbouncer', onConsole(pooler));
  assert.equal(await setting(bench, pooler, 'max_client_conn'), '6');
  await held.stop();
}

async function waitedTooLong(bench: Bench, server: PostgresServer): Promise<void> {
  const pooler = await startPgBouncer(bench, server, { default_pool_size: 2, query_wait_timeout: 2 });
  const held = await hold(bench, pooler.url('app'), 2, { inTransaction: true });
  const [psql, prisma] = await Promise.all([ask(bench, pooler.url('app')), program(bench, 'refused.mjs', pooler.url('app'))]);
  bench.capture('query-wait-timeout', psql.text, { replace: [usualPort(pooler, 6432)] });
  bench.reproduces('pgbouncer-query-wait-timeout', 'query-wait-timeout');
  bench.capture('query-wait-timeout-prisma', prisma.text, { replace: [withoutStack] });
  bench.reproduces('pgbouncer-query-wait-timeout', 'query-wait-timeout-prisma');
  assert.match(prisma.text, /Message: `query_wait_timeout`[\s\S]*code: 'P2039'/);
  assert.match(pooler.running.output(), /closing because: query_wait_timeout[\s\S]*pooler error: query_wait_timeout/);
  await held.stop();
}

/** PostgreSQL itself is full: the pooler cannot log in, and reports that in its own words. */
async function behindFullServer(bench: Bench, server: PostgresServer): Promise<void> {
  await bench.waitFor('earlier sessions to end', async () => {
    await query(bench, server, "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE usename = 'app'");
    return (await sessions(bench, server)) === 0;
  });
  const pooler = await startPgBouncer(bench, server);
  await startProgram(bench, 'hold.mjs', server.url('app'), ['17', 'direct'], /^holding 17$/m);
  const [first, second] = [await ask(bench, pooler.url('app')), await ask(bench, pooler.url('app'))];
  assert.match(pooler.running.output(), /server login failed: FATAL:? remaining connection slots/);
  bench.capture('pooler-cannot-log-in', `${first.text}${second.text}`, { replace: [usualPort(pooler, 6432)] });
  bench.reproduces('postgres-connection-slots-reserved', 'pooler-cannot-log-in');
  assert.match(second.text, /server login has been failing|remaining connection slots are reserved/);
}

export const poolerLimits: Scenario = {
  name: 'PgBouncer refuses clients, lets them wait too long, and gets more room',
  needs: poolerNeeds,
  async run(bench) {
    const server = await startPostgres(bench);
    await layOutApplication(bench, 'node-postgres', 'Prisma ORM');
    const limits = { max_client_conn: 6, default_pool_size: 2 };
    const pooler = await startPgBouncer(bench, server, limits);
    await refusesClients(bench, pooler);
    await raised(bench, pooler, `${pooler.basics}\n${lines(limits)}`);
    await waitedTooLong(bench, server);
    await behindFullServer(bench, server);
  },
};
