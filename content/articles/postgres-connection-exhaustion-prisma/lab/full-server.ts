/** A server without free slots: who is refused, how to see it, and how to free slots. */
import assert from 'node:assert/strict';
import type { Bench, Scenario } from 'faultbook/lab';
import { needs } from './installation.ts';
import { hold, layOutApplication, program } from './programs.ts';
import { table, withoutStack } from './reading.ts';
import { login, query, sessions, startPostgres, usualPort, type PostgresServer } from './server.ts';

/** Fills the ordinary slots: 14 idle sessions, three in a transaction. */
async function fillSlots(bench: Bench, server: PostgresServer) {
  await bench.waitFor('the server to have no sessions', async () => (await sessions(bench, server)) === 0);
  const idle = await hold(bench, server.url('app'), 14);
  const stuck = await hold(bench, server.url('app'), 3, { as: 'checkout-fn', inTransaction: true });
  return { idle, stuck };
}

async function refusals(bench: Bench, server: PostgresServer): Promise<void> {
  const port = usualPort(server);
  bench.capture('slots-reserved', (await login(bench, server, 'app')).text, { replace: [port] });
  bench.reproduces('postgres-connection-slots-reserved', 'slots-reserved');
  const prisma = await program(bench, 'refused.mjs', server.url('app'));
  assert.match(prisma.text, /code: 'P2037'/);
  assert.doesNotMatch(prisma.text, /FATAL/);
  bench.capture('prisma-p2037', prisma.text, { replace: [withoutStack] });
  bench.reproduces('prisma-p2037-too-many-database-connections', 'prisma-p2037');
  const raw = await program(bench, 'refused.mjs', server.url('app'), 'raw');
  assert.match(raw.text, /Raw query failed\. Code: `53300`[\s\S]*code: 'P2010'/);

  const superusers = await hold(bench, server.url('postgres'), 3, { as: 'admin-panel' });
  bench.capture('too-many-clients', (await login(bench, server, 'postgres')).text, { replace: [port] });
  bench.reproduces('postgres-too-many-clients-already', 'too-many-clients');
  await superusers.stop();
  await bench.waitFor('the superusers to be gone', async () => (await sessions(bench, server)) === 17);
}

async function readings(bench: Bench): Promise<void> {
  const slots = bench.capture('slots-full', (await bench.run('count-slots')).text);
  assert.match(slots, /^\s+17 \|\s+18$/m);
  const holders = bench.capture('who-holds', (await bench.run('who-holds')).text, table);
  assert.match(holders, /orders-api .*\| idle +\| +14 \|/);
  assert.match(holders, /checkout-fn .*\| idle in transaction \| +3 \|/);
  bench.observes('postgres-idle-connections-keep-climbing', 'who-holds');
  const open = bench.capture('open-transactions', (await bench.run('open-transactions')).text, table);
  assert.equal(open.match(/idle in transaction \| SELECT item FROM orders/g)?.length, 3);
  assert.equal((await bench.run('alert-on-slots')).text, '106\n');
  const watched = await bench.run('watch-sessions', { until: 5, code: 'any', replace: { 'watch 5': 'watch 1' } });
  assert.ok((watched.text.match(/idle in transaction \| +3/g) ?? []).length > 0, watched.text);
}

/** Ends one session from the database host, for when nobody can log in. */
async function endFromHost(bench: Bench, server: PostgresServer): Promise<void> {
  const idle = (await query(bench, server, "SELECT pid FROM pg_stat_activity WHERE state = 'idle' ORDER BY pid")).split('\n');
  const own = process.getuid?.() === 0 ? {} : { replace: { '-u postgres': `-u ${process.env['USER'] ?? ''}` } };
  const seen = (await bench.run('idle-backends', own)).text.split('\n').filter((line) => idle.includes(line.trim().split(' ')[0] ?? ''));
  assert.equal(seen.length, 14);
  bench.capture('idle-backends', seen.join('\n'), table);
  await bench.shim('sudo', ['env']);
  await bench.run('end-backend', { values: { pid: idle[0] ?? '' } });
  await bench.waitFor('that session to end', async () => (await sessions(bench, server)) === 16);
  assert.equal((await login(bench, server, 'app')).code, 0);
}

export const fullServer: Scenario = {
  name: 'a full server refuses; the slots are counted, and leaked sessions are found and ended',
  needs: [...needs, { command: 'ps', package: 'procps' }],
  async run(bench) {
    const server = await startPostgres(bench);
    await layOutApplication(bench, 'node-postgres', 'Prisma ORM');
    const { idle } = await fillSlots(bench, server);
    await refusals(bench, server);
    await readings(bench);
    await endFromHost(bench, server);

    const age = { values: { role: 'app' }, replace: { '10 minutes': '1 second' } };
    const listed = await bench.run('list-leaked', age);
    assert.match(listed.text, /\(13 rows\)/);
    const ended = bench.capture('leaked-ended', (await bench.run('end-leaked', age)).text);
    assert.match(ended, /^ +13$/m);
    await bench.waitFor('the leaked sessions to end', async () => (await sessions(bench, server)) === 3);
    assert.match((await bench.run('count-slots')).text, /^\s+17 \|\s+4$/m);
    assert.equal((await login(bench, server, 'app')).code, 0);
    assert.match(idle.output(), /57P01 terminating connection due to administrator command/);

    const stuck = await bench.run('end-leaked', { ...age, replace: { ...age.replace, "state = 'idle'": "state = 'idle in transaction'" } });
    assert.match(stuck.text, /^ +3$/m);
    const log = await bench.write('server.log', server.log());
    const refused = await bench.run('count-refusals', { replace: { '/var/log/postgresql/postgresql-15-main.log': log } });
    assert.ok(Number(refused.text) >= 4, refused.text);
  },
};
