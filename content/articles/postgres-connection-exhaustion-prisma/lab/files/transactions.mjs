// Interactive transactions that wait for a connection of a pool of one.
import console from 'node:console';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from '../src/generated/client.ts';

const adapter = new PrismaPg({ connectionString: process.env.DATABASE_URL, max: 1 });
const prisma = new PrismaClient({ adapter, errorFormat: 'minimal' });
const timed = async (what, work) => {
  const start = Date.now();
  const error = await work().then(
    () => 'no error',
    (error) => error,
  );
  console.log(`-- ${what}, after ${((Date.now() - start) / 1000).toFixed(1)} s`);
  console.log(error);
};

const slow = Promise.all([prisma.$queryRawUnsafe('SELECT until_told()')]); // Prisma sends a query only once it is awaited
await sleep(300);
await timed('a transaction while the pool is busy', () => prisma.$transaction((tx) => tx.order.findMany()));
console.log('-- end');
console.log('waiting to be told');
await slow;
await timed('a query on prisma inside a transaction', () =>
  prisma.$transaction(async (tx) => {
    await tx.order.findMany();
    await prisma.order.findMany();
  }),
);
console.log('-- end');
await prisma.$disconnect();
