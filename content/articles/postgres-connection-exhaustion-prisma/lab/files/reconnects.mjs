// Sessions of a Prisma 7 pool that an administrator ends: an idle one, and one that runs a query.
import console from 'node:console';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { PrismaClient } from '../src/generated/client.ts';

const connectionString = process.env.DATABASE_URL;
const adapter = new PrismaPg({ connectionString, application_name: 'ended', max: 2 });
const prisma = new PrismaClient({ adapter, errorFormat: 'minimal' });
const other = new pg.Client({ connectionString });
await other.connect();
const end = () => other.query("SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE application_name = 'ended'");

await prisma.order.findMany();
await end();
await sleep(500);
console.log(`after an idle connection was ended: ${(await prisma.order.findMany()).length} row`);
const slow = prisma.$queryRawUnsafe('SELECT pg_sleep(30)::text').catch((error) => error);
await sleep(500);
await end();
const error = await slow;
console.log(`a query that ran was ended: ${error.code} ${error.message.trim().split('\n').at(-1)}`);
await prisma.$disconnect();
await other.end();
