// Twelve slow queries with connection_limit=2 in the connection string, as Prisma 6 took it.
import console from 'node:console';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { PrismaClient } from '../src/generated/client.ts';

const connectionString = `${process.env.DATABASE_URL}?connection_limit=2&pool_timeout=1`;
let connections = 0;
const adapter = new PrismaPg({ connectionString, application_name: 'url-limit' });
const prisma = new PrismaClient({ adapter });
const observer = new pg.Client({ connectionString: process.env.DATABASE_URL });
await observer.connect();
const work = Promise.all(Array.from({ length: 12 }, () => prisma.$queryRawUnsafe('SELECT pg_sleep(1.5)::text')));
let done = false;
void work.then(() => (done = true));
while (!done) {
  const { rows } = await observer.query("SELECT count(*)::int FROM pg_stat_activity WHERE application_name = 'url-limit'");
  connections = Math.max(connections, rows[0].count);
  await sleep(50);
}
console.log(`connection_limit=2 in the URL: ${connections} connections`);
await prisma.$disconnect();
await observer.end();
