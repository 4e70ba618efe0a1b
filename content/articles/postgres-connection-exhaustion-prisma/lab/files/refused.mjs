// Queries a server that may refuse, with Prisma, and prints the error as a log would show it: refused.mjs [raw]
import console from 'node:console';
import process from 'node:process';
import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from '../src/generated/client.ts';

const adapter = new PrismaPg({ connectionString: process.env.DATABASE_URL });
const prisma = new PrismaClient({ adapter, errorFormat: 'minimal' });
const work = process.argv[2] === 'raw' ? prisma.$queryRawUnsafe('SELECT 1') : prisma.order.findMany();
await work.then(
  (rows) => console.log(`${rows.length} row`),
  (error) => console.log(error),
);
await prisma.$disconnect();
