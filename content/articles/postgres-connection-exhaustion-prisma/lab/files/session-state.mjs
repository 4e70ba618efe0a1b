// What belongs to a session, through a transaction pooler: two clients, each with one connection to it.
import console from 'node:console';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

const connect = async () => {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  client.notified = 0;
  client.on('notification', () => client.notified++);
  await client.connect();
  return client;
};
const [first, second] = [await connect(), await connect()];
const value = async (client, text) => Object.values((await client.query(text)).rows[0])[0];

await first.query('SET statement_timeout = 1234');
console.log(`SET by the first, SHOW by the second:         ${await value(second, 'SHOW statement_timeout')}`);
await first.query('RESET statement_timeout');
await first.query('BEGIN');
await first.query('SET LOCAL statement_timeout = 1234');
await first.query('COMMIT');
console.log(`SET LOCAL by the first, SHOW by the second:   ${await value(second, 'SHOW statement_timeout')}`);

await first.query('SELECT pg_advisory_lock(42)');
console.log(`lock of the first, also given to the second:  ${await value(second, 'SELECT pg_try_advisory_lock(42)')}`);

await first.query('LISTEN jobs');
await second.query('NOTIFY jobs');
await sleep(500);
console.log(`LISTEN by the first, NOTIFY by the second:    first got ${first.notified}, second got ${second.notified}`);

await first.query('CREATE TEMPORARY TABLE mine (id int)');
await second.query('BEGIN'); // takes the server connection on which the table was made
await second.query('SELECT 1');
const seen = await first.query('SELECT * FROM mine').then(
  () => 'found',
  (error) => error.message,
);
console.log(`temporary table of the first, used again:     ${seen}`);
await second.query('COMMIT');
await first.end();
await second.end();
