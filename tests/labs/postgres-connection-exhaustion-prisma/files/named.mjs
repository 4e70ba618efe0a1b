// Sixty queries at once over six connections of a transaction pooler: named.mjs plain | prisma-named | pg-named
import console from 'node:console';
import process from 'node:process';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { PrismaClient } from '../src/generated/client.ts';

const kind = process.argv[2];
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 6 });
const names = new Map();
const statementNameGenerator = ({ sql }) => names.get(sql) ?? names.set(sql, `s${names.size}`).get(sql);
const prisma = new PrismaClient({
  adapter: new PrismaPg(pool, kind === 'plain' ? {} : { statementNameGenerator }),
  errorFormat: 'minimal',
});
const ask = (id) =>
  kind === 'pg-named'
    ? pool.query({ name: 'find-order', text: 'SELECT * FROM orders WHERE id = $1', values: [id] })
    : prisma.order.findMany({ where: { id } });
const results = await Promise.allSettled(Array.from({ length: 60 }, (_, id) => ask(id)));
const errors = results.flatMap(({ reason }) => (reason ? [reason] : []));
console.log(`${errors.length} of 60 failed`);
for (const message of [...new Set(errors.map((error) => error.message.trim().split('\n').at(-1)))].sort()) console.log(`  ${message}`);
await prisma.$disconnect();
if (!pool.ended) await pool.end();
