// One function instance: a Prisma pool of its own and ten queries at once, which last until the lab ends them.
// function.mjs <pool size> <file>: it waits for the file before it sends. Prints a line for each connection and each outcome.
import console from 'node:console';
import { existsSync } from 'node:fs';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { PrismaClient } from '../src/generated/client.ts';

const [max, signal] = process.argv.slice(2);
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: Number(max) });
pool.on('connect', () => console.log('connected'));
const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
console.log('ready');
while (!existsSync(signal)) await sleep(50);
const query = () =>
  prisma.$queryRawUnsafe('SELECT until_told()').then(
    () => console.log('succeeded'),
    (error) => console.log('refused:', error.meta?.driverAdapterError?.cause?.originalCode ?? error),
  );
await Promise.all(Array.from({ length: 10 }, query));
await prisma.$disconnect();
await pool.end();
