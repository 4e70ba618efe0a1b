// Holds connections open, one opened after the other: hold.mjs <count> <application_name> [BEGIN]
import console from 'node:console';
import process from 'node:process';
import { setInterval } from 'node:timers';
import pg from 'pg';

const [count, application_name, begin] = process.argv.slice(2);
for (let index = 0; index < Number(count); index++) {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL, application_name });
  client.on('error', (error) => console.log('lost:', error.code, error.message));
  await client.connect();
  await client.query(begin || 'SELECT 1');
  if (begin) await client.query('SELECT item FROM orders LIMIT 1');
}
console.log(`holding ${count}`);
setInterval(() => undefined, 60_000);
