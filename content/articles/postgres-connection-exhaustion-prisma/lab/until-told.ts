/** Queries that last until the lab tells them to end: so that a run does not hang on the speed of the machine. */
import type { Bench } from '../../../../src/lab/bench.ts';
import { login, query, type PostgresServer } from './server.ts';

/** Makes the function `until_told()`, which returns 1 once it has been told. */
export async function makeUntilTold(bench: Bench, server: PostgresServer): Promise<void> {
  const body = 'BEGIN LOOP IF EXISTS (SELECT FROM told) THEN RETURN 1; END IF; PERFORM pg_sleep(0.1); END LOOP; END';
  await login(bench, server, 'app', 'CREATE TABLE told (so boolean)', { code: 0 });
  await login(bench, server, 'app', `CREATE FUNCTION until_told() RETURNS int LANGUAGE plpgsql AS $$ ${body} $$`, { code: 0 });
}

/** Tells those that run, and all that come. */
export const tell = (bench: Bench, server: PostgresServer): Promise<string> => query(bench, server, 'INSERT INTO told VALUES (true)');

/** Those that come from now on last again. */
export const forget = (bench: Bench, server: PostgresServer): Promise<string> => query(bench, server, 'TRUNCATE told');
