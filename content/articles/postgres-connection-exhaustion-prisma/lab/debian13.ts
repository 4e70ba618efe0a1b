/** The new wordings of PostgreSQL 16 and later, and the named statements of PgBouncer 1.24: both run from a Debian 13 root. */
import assert from 'node:assert/strict';
import type { Bench, Scenario } from 'faultbook/lab';
import { debian13, noRoot, rootNeeds } from './installation.ts';
import { startPgBouncer } from './pooler.ts';
import { transactionMode } from './pooling.ts';
import { hold, layOutApplication, program } from './programs.ts';
import { login, query, startPostgres, usualPort, type PostgresServer } from './server.ts';

/** Fills the slots: 15 for ordinary roles, two for roles that may use the reserve, three for superusers. */
async function reserves(bench: Bench, server: PostgresServer): Promise<void> {
  await query(bench, server, 'CREATE ROLE monitor LOGIN', 'GRANT pg_use_reserved_connections, pg_monitor TO monitor');
  const ordinary = await hold(bench, server.url('app'), 15);
  const app = await login(bench, server, 'app');
  assert.match(app.text, /reserved for roles with privileges of the "pg_use_reserved_connections" role/);
  assert.match((await bench.run('count-slots')).text, /^ +15 \| +16$/m);
  assert.equal((await login(bench, server, 'monitor')).code, 0);
  const reserved = await hold(bench, server.url('monitor'), 2);
  const second = await login(bench, server, 'monitor');
  assert.match(second.text, /reserved for roles with the SUPERUSER attribute/);
  bench.capture('slots-reserved-17', `${app.text}${second.text}`, { replace: [usualPort(server)] });
  bench.reproduces('postgres-connection-slots-reserved', 'slots-reserved-17');
  const prisma = await program(bench, 'refused.mjs', server.url('app'));
  assert.match(prisma.text, /Too many database connections opened: remaining connection slots[\s\S]*code: 'P2037'/);

  const superusers = await hold(bench, server.url('postgres'), 3);
  assert.match((await login(bench, server, 'postgres')).text, /sorry, too many clients already/);
  for (const held of [superusers, reserved, ordinary]) await held.stop();
}

async function clientsOfDatabase(bench: Bench, server: PostgresServer): Promise<void> {
  const pooler = await startPgBouncer(bench, server, { max_db_client_connections: 3 });
  const held = await hold(bench, pooler.url('app'), 3);
  const { text } = await bench.exec(['psql', '-Xc', 'SELECT 1', pooler.url('app')], { code: 'any' });
  bench.capture('pgbouncer-database-full', text, { replace: [usualPort(pooler, 6432)] });
  bench.reproduces('pgbouncer-no-more-connections-allowed', 'pgbouncer-database-full');
  assert.match(text, /client connections exceeded \(max_db_client_connections\)/);
  await held.stop();
}

export const newer: Scenario = {
  name: 'PostgreSQL 17 words its reserve differently, and PgBouncer 1.24 keeps track of named statements',
  needs: rootNeeds,
  onDemand: 'it needs a Debian 13 root of some 800 MB, which it makes once',
  hindrance: noRoot,
  seconds: 1200,
  async run(bench) {
    const server = await startPostgres(bench, { reserved_connections: 2 }, { installation: await debian13() });
    await layOutApplication(bench, 'Prisma ORM', 'node-postgres');
    await reserves(bench, server);
    await clientsOfDatabase(bench, server);
    await transactionMode(bench, server);
  },
};
