/** Pools inside a process: too small for their work, or too many of them. */
import assert from 'node:assert/strict';
import { type Bench, type Scenario, varying } from 'faultbook/lab';
import { needs } from './installation.ts';
import { layOutApplication, program, startProgram } from './programs.ts';
import { withoutStack } from './reading.ts';
import { startPostgres, type PostgresServer } from './server.ts';
import { makeUntilTold } from './until-told.ts';

const varies = [varying.numbers];
/** As many slots as PostgreSQL has by default, since these scenarios are not about slots. */
const manySlots = { max_connections: 100 };

/** Returns the lines after the one that begins with `--` and a text, up to the next one that begins with `--`. */
const part = (text: string, begin: string): string =>
  new RegExp(`^-- ${begin}.*\\n([\\s\\S]*?)(?=^--|$(?![\\s\\S]))`, 'm').exec(text)?.[1] ?? '';

/** Both programs use one server: the queries of `transactions.mjs` last until `busy-pool.mjs` ends them. */
async function busyPool(bench: Bench, server: PostgresServer): Promise<void> {
  const transactions = await startProgram(bench, 'transactions.mjs', server.url('app'), [], /waiting to be told/);
  const { text } = await program(bench, 'busy-pool.mjs', server.url('app'));
  const waits = bench.capture('prisma-7-waits', text, { varies });
  assert.match(waits, /connections: 10\n +errors: +0\n +took: +(?:[6-9]|\d\d)\./);
  assert.match(waits, /after 11 s: +neither a result nor an error\n +once one was free: a result/);
  bench.observes('prisma-7-query-hangs-waiting-for-pool', 'prisma-7-waits');

  assert.equal(await transactions.ended, 0);
  const refused = part(transactions.output(), 'a transaction while the pool is busy');
  bench.capture('prisma-p2028', refused, { replace: [withoutStack] });
  bench.reproduces('prisma-p2028-unable-to-start-transaction', 'prisma-p2028');
  assert.match(refused, /code: 'P2028'/);
  assert.match(transactions.output(), /a query on prisma inside a transaction, after ([5-9]|\d\d)/);
  assert.match(part(transactions.output(), 'a query on prisma inside'), /expired transaction|Transaction already closed/);
}

export const tooSmall: Scenario = {
  name: 'pools that are too small for their work wait, time out, or block themselves',
  needs,
  async run(bench) {
    const server = await startPostgres(bench, manySlots);
    await layOutApplication(bench, 'Prisma ORM', 'node-postgres', 'Knex', 'Sequelize');
    await makeUntilTold(bench, server);
    await bench.file('one-client', 'src/prisma.ts');
    const url = server.url('app');
    const [, atLimit] = await Promise.all([busyPool(bench, server), program(bench, 'pool-timeouts.mjs', url)]);
    const timeouts = bench.capture('pool-timeouts', atLimit.text);
    bench.reproduces('nodejs-postgres-pool-acquire-timeout', 'pool-timeouts');
    assert.equal(timeouts.match(/^Error: timeout exceeded when trying to connect$/gm)?.length, 2); // from node-postgres and from Prisma
    assert.match(part(timeouts, 'Prisma 7 \\(code: undefined\\)'), /timeout exceeded when trying to connect/);
    assert.match(part(timeouts, 'Knex'), /Knex: Timeout acquiring a connection\. The pool is probably full/);
    assert.match(part(timeouts, 'Sequelize'), /SequelizeConnectionAcquireTimeoutError/);

    const paid = bench.capture('payment-in-transaction', (await program(bench, 'shorten.mjs', url)).text, { varies });
    const [, inside, slow, outside, fast] =
      /inside.*: (\d+) of 12 failed, (\S+) s[\s\S]*outside.*: (\d+) of 12 failed, (\S+) s/.exec(paid) ?? [];
    assert.ok(Number(inside) >= 4 && /P2028 .*Unable to start a transaction/.test(paid), paid);
    assert.ok(outside === '0' && Number(fast) < Number(slow), paid);
  },
};

export const tooMany: Scenario = {
  name: 'one client for a process keeps to its pool, a client for each request does not',
  needs,
  async run(bench) {
    const server = await startPostgres(bench, manySlots);
    await layOutApplication(bench, 'Prisma ORM', 'node-postgres');
    await bench.file('one-client', 'src/prisma.ts');
    await bench.write('src/handler.ts', 'export async function handler() {\n  const prisma = new PrismaClient({ adapter });\n');
    const found = (await bench.run('find-clients')).text.split('\n').filter((line) => line.startsWith('./src/'));
    bench.capture('clients-found', found.toSorted().join('\n'));
    assert.equal(found.length, 2);
    const versions = await bench.run('which-pool');
    assert.match(versions.text, /@prisma\/client@7[\s\S]* pg@8/);

    const url = server.url('app');
    const [perRequest, one] = await Promise.all([
      program(bench, 'client-per-request.mjs', server.url('postgres')),
      program(bench, 'one-client.mjs', url),
    ]);
    bench.capture('client-per-request', perRequest.text, { varies });
    assert.match(perRequest.text, /12 clients: 12 idle connections\nall closed after [1-5]?\d s/);
    const [rows = '', late = ''] = one.text.split(/(?=^after )/m);
    bench.capture('one-client-connections', rows);
    assert.match(rows, /\{ application_name: 'orders-api', count: 4 \}/);
    assert.match(late, /^after [5-9].*timeout exceeded when trying to connect/m);

    const ignored = await program(bench, 'url-limit.mjs', url);
    assert.equal(ignored.text, 'connection_limit=2 in the URL: 10 connections\n');
    const ended = await program(bench, 'reconnects.mjs', url);
    bench.capture('sessions-ended', ended.text);
    assert.match(ended.text, /after an idle connection was ended: 1 row\n/);
  },
};
