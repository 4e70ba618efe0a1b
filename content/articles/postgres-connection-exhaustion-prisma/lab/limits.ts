/** Limits of roles and databases, and time-outs that end idle transactions. */
import assert from 'node:assert/strict';
import type { Bench, Scenario } from 'faultbook/lab';
import { needs } from './installation.ts';
import { hold, layOutApplication } from './programs.ts';
import { login, query, sessions, startPostgres, usualPort, type PostgresServer } from './server.ts';

const role = { values: { role: 'app' } };
const database = { values: { database: 'app' } };
const to = (limit: number) => ({ replace: { 'LIMIT 50': `LIMIT ${limit}` } });

async function roleLimit(bench: Bench, server: PostgresServer): Promise<void> {
  await bench.run('raise-role-limit', { ...role, ...to(4) });
  const held = await hold(bench, server.url('app'), 4);
  bench.capture('role-limit', (await login(bench, server, 'app')).text, { replace: [usualPort(server)] });
  bench.reproduces('postgres-too-many-connections-for-role', 'role-limit');
  const shown = bench.capture('limits', (await bench.run('role-and-database-limits')).text);
  assert.match(shown, /role \| app +\| +4 \| +4\n/);
  await bench.run('raise-role-limit', role);
  assert.match((await bench.run('role-and-database-limits')).text, /role \| app +\| +50 \| +4\n/);
  assert.equal((await login(bench, server, 'app')).code, 0);
  await bench.run('raise-role-limit', { ...role, ...to(4) });
  assert.match((await login(bench, server, 'app')).text, /too many connections for role "app"/);
  await bench.run('raise-role-limit', { ...role, ...to(-1) });
  assert.match((await bench.run('role-and-database-limits')).text, /\(0 rows\)/);
  await held.stop();
  await bench.waitFor('those sessions to end', async () => (await sessions(bench, server)) === 0);
}

async function databaseLimit(bench: Bench, server: PostgresServer): Promise<void> {
  await bench.run('raise-database-limit', { ...database, ...to(4) });
  const held = await hold(bench, server.url('app'), 4);
  bench.capture('database-limit', (await login(bench, server, 'app')).text, { replace: [usualPort(server)] });
  bench.reproduces('postgres-too-many-connections-for-database', 'database-limit');
  assert.match((await bench.run('role-and-database-limits')).text, /database \| app +\| +4 \| +4\n/);
  assert.equal(await query(bench, server, 'SELECT 1'), '1'); // as a superuser
  await bench.run('raise-database-limit', database);
  assert.equal((await login(bench, server, 'app')).code, 0);
  await bench.run('raise-database-limit', { ...database, ...to(4) });
  assert.match((await login(bench, server, 'app')).text, /too many connections for database "app"/);
  await held.stop();
}

export const limits: Scenario = {
  name: 'a role and a database reach limits of their own while the server has room',
  needs,
  async run(bench) {
    const server = await startPostgres(bench);
    await layOutApplication(bench, 'node-postgres');
    await roleLimit(bench, server);
    await databaseLimit(bench, server);
    await query(bench, server, 'ALTER DATABASE app CONNECTION LIMIT -1');
    await bench.run('limit-role', role);
    assert.match((await bench.run('role-and-database-limits')).text, /role \| app +\| +30 \|/);
    await bench.run('limit-role', { ...role, replace: { 'LIMIT 30': 'LIMIT -1' } });
    assert.match((await bench.run('role-and-database-limits')).text, /\(0 rows\)/);
  },
};

export const idleTimeouts: Scenario = {
  name: 'PostgreSQL ends transactions and sessions that idle too long',
  needs,
  async run(bench) {
    const server = await startPostgres(bench);
    await layOutApplication(bench, 'node-postgres');
    const shown = async () => (await login(bench, server, 'app', 'SHOW idle_in_transaction_session_timeout')).text;
    await bench.run('end-idle-transactions', role);
    assert.match(await shown(), /^ 30s$/m);
    await bench.run('end-idle-transactions', { ...role, replace: { "'30s'": "'2s'" } });
    const stuck = await hold(bench, server.url('app'), 1, { inTransaction: true });
    await bench.waitFor('its transaction to be ended', () => /^lost: 25P03 .*/m.test(stuck.output()));
    await bench.run('reset-idle-transactions', role);
    assert.match(await shown(), /^ 0$/m);

    await query(bench, server, "ALTER ROLE app SET idle_session_timeout = '2s'");
    const idle = await hold(bench, server.url('app'), 1);
    await bench.waitFor('the idle session to be ended', () => /^lost: 57P05 .*/m.test(idle.output()));
    const lost = [stuck, idle].map((held) => /^lost: (.*)$/m.exec(held.output())?.[1]);
    bench.capture('ended-while-idle', lost.join('\n'));
    assert.deepEqual(lost, [
      '25P03 terminating connection due to idle-in-transaction timeout',
      '57P05 terminating connection due to idle-session timeout',
    ]);
  },
};
