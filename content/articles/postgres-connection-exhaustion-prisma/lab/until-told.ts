/** Queries that last until the lab ends them, so that the outcome does not depend on the speed of the machine. */
import type { Bench } from 'faultbook/lab';
import { login, query, type PostgresServer } from './server.ts';

/** Creates the SQL function `until_told()`, which returns 1 once `tell` was called. */
export async function makeUntilTold(bench: Bench, server: PostgresServer): Promise<void> {
  const body = 'BEGIN LOOP IF EXISTS (SELECT FROM told) THEN RETURN 1; END IF; PERFORM pg_sleep(0.1); END LOOP; END';
  await login(bench, server, 'app', 'CREATE TABLE told (so boolean)', { code: 0 });
  await login(bench, server, 'app', `CREATE FUNCTION until_told() RETURNS int LANGUAGE plpgsql AS $$ ${body} $$`, { code: 0 });
}

/** Ends all such queries, those that run and those to come. */
export const tell = (bench: Bench, server: PostgresServer): Promise<string> => query(bench, server, 'INSERT INTO told VALUES (true)');

/** Lets new queries last again. */
export const forget = (bench: Bench, server: PostgresServer): Promise<string> => query(bench, server, 'TRUNCATE told');
