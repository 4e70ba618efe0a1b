// A Prisma 7 pool with more to do than it has connections.
import console from 'node:console';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { PrismaClient } from '../src/generated/client.ts';

const adapter = new PrismaPg({ connectionString: process.env.DATABASE_URL, application_name: 'busy-pool' });
const prisma = new PrismaClient({ adapter });
const observer = new pg.Client({ connectionString: process.env.DATABASE_URL });
await observer.connect();

const start = Date.now();
const work = Promise.allSettled(Array.from({ length: 30 }, () => prisma.$queryRawUnsafe('SELECT pg_sleep(2)::text')));
let most = 0;
let done = false;
void work.then(() => (done = true));
while (!done) {
  const { rows } = await observer.query("SELECT count(*)::int FROM pg_stat_activity WHERE application_name = 'busy-pool'");
  most = Math.max(most, rows[0].count);
  await sleep(100);
}
const failed = (await work).filter(({ status }) => status === 'rejected').length;
console.log('30 queries of 2 s on the default pool');
console.log(`  connections: ${most}`);
console.log(`  errors:      ${failed}`);
console.log(`  took:        ${((Date.now() - start) / 1000).toFixed(1)} s`);

// Prisma sends a query only once it is awaited.
const held = Promise.all(Array.from({ length: 10 }, () => prisma.$queryRawUnsafe('SELECT until_told()')));
await sleep(500); // until they have been sent
const one = prisma.order.findMany().then(
  () => 'a result',
  () => 'an error',
);
const after = await Promise.race([one, sleep(11_000, 'neither a result nor an error')]);
console.log('One more query while all ten are busy');
console.log(`  after 11 s:  ${after}`);
await observer.query('INSERT INTO told VALUES (true)');
await held;
console.log(`  once one was free: ${await one}`);
await prisma.$disconnect();
await observer.end();
