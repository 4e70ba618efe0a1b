// The article's module under load: thirty queries at once, and one too many while all connections are busy.
import console from 'node:console';
import { setTimeout as sleep } from 'node:timers/promises';
import { prisma } from '../src/prisma.ts';

await Promise.all(Array.from({ length: 30 }, () => prisma.order.findMany()));
const rows = await prisma.$queryRawUnsafe(
  'SELECT application_name, count(*)::int FROM pg_stat_activity WHERE usename = current_user GROUP BY 1',
);
console.log(rows);
const slow = Promise.all(Array.from({ length: 4 }, () => prisma.$queryRawUnsafe('SELECT pg_sleep(8)::text')));
await sleep(500); // until they have been sent
const start = Date.now();
await prisma.order.findMany().catch((error) => console.log(`after ${((Date.now() - start) / 1000).toFixed(1)} s: ${error.message}`));
await slow;
await prisma.$disconnect();
