// Two instances of a program, each with one connection to a transaction pooler: named.mjs plain | prisma-named | pg-named
import console from 'node:console';
import process from 'node:process';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { PrismaClient } from '../src/generated/client.ts';

const kind = process.argv[2];
const instance = () => {
  const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 1 });
  const names = new Map();
  const statementNameGenerator = ({ sql }) => names.get(sql) ?? names.set(sql, `s${names.size}`).get(sql);
  const adapter = new PrismaPg(pool, kind === 'plain' ? {} : { statementNameGenerator });
  const prisma = new PrismaClient({ adapter, errorFormat: 'minimal' });
  const named = { name: 'find-order', text: 'SELECT * FROM orders WHERE id = $1', values: [1] };
  return { pool, ask: () => (kind === 'pg-named' ? pool.query(named) : prisma.order.findMany()) };
};
const outcomeOf = (work) =>
  work.then(
    () => 'answered',
    (error) => `\n    ${error.message.trim().split('\n').at(-1)}`,
  );

const [first, second, other] = [instance(), instance(), new pg.Client({ connectionString: process.env.DATABASE_URL })];
await other.connect();
console.log(`  the first asks: ${await outcomeOf(first.ask())}`);
console.log(`  the second, on the same server connection: ${await outcomeOf(second.ask())}`);
await other.query('BEGIN'); // takes that server connection
await other.query('SELECT 1');
console.log(`  the first again, on another one: ${await outcomeOf(first.ask())}`);
await other.query('COMMIT');
await other.end();
for (const { pool } of [first, second]) await pool.end();
