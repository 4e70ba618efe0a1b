// A Prisma Client for each of twelve requests, one query each, and none is disconnected.
import console from 'node:console';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { PrismaClient } from '../src/generated/client.ts';

const connectionString = process.env.DATABASE_URL;
const observer = new pg.Client({ connectionString });
await observer.connect();
const idle = async () => {
  const text = "SELECT count(*)::int FROM pg_stat_activity WHERE application_name = 'per-request' AND state = 'idle'";
  return (await observer.query(text)).rows[0].count;
};

for (let request = 0; request < 12; request++) {
  const prisma = new PrismaClient({ adapter: new PrismaPg({ connectionString, application_name: 'per-request' }) });
  await prisma.order.findMany();
}
const start = Date.now();
console.log(`12 requests, 12 clients: ${await idle()} idle connections`);
let left = 12;
while (left > 0 && Date.now() - start < 60_000) {
  await sleep(200);
  left = await idle();
}
console.log(`all closed after ${Math.round((Date.now() - start) / 1000)} s`);
await observer.end();
