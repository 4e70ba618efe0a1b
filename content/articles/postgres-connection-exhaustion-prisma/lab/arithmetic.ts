/** Instances times pool size, compared with the slots of a server. Each instance is a process with a pool of its own. */
import assert from 'node:assert/strict';
import path from 'node:path';
import { type Bench, type Scenario, varying } from 'faultbook/lab';
import { poolerNeeds } from './installation.ts';
import { startPgBouncer } from './pooler.ts';
import { layOutApplication, startProgram } from './programs.ts';
import { sessions, startPostgres, type PostgresServer } from './server.ts';
import { forget, makeUntilTold, tell } from './until-told.ts';

/** Slots of the lab's servers that ordinary roles can use. */
const usable = 17;
/** Queries that each instance sends at once. */
const burst = 10;

/** What was measured on a fleet of instances. */
interface Measured {
  instances: number;
  max: number;
  through: string;
  seen: number;
  succeeded: number;
  refused: number;
}

interface Fleet {
  instances: number;
  max: number;
  /** The server, or a pooler in front of it. */
  url: string;
  pooled?: boolean;
}

/**
 * Runs a fleet. One instance after the other sends its ten queries, and no query ends before the last instance has sent its own.
 * The lab itself has no connection while the instances connect.
 */
async function runFleet(bench: Bench, server: PostgresServer, { instances, max, url, pooled }: Fleet): Promise<Measured> {
  await forget(bench, server);
  await bench.waitFor('earlier sessions to end', async () => (await sessions(bench, server, "usename = 'app'")) <= (pooled ? burst : 0));
  const signals = Array.from({ length: instances }, (_, index) => `fleets/${instances}-${max}-${pooled ? 'pooled' : 'direct'}/${index}`);
  const fleet = await Promise.all(
    signals.map((signal) => startProgram(bench, 'function.mjs', url, [`${max}`, path.join(bench.folder, signal)], /^ready$/m)),
  );
  const count = (what: RegExp) => fleet.reduce((sum, instance) => sum + (instance.output().match(what)?.length ?? 0), 0);
  for (const [index, instance] of fleet.entries()) {
    await bench.write(signals[index] ?? '', 'send');
    const settled = () => (instance.output().match(/^(connected|refused: 53300)$/gm)?.length ?? 0) === Math.min(burst, max);
    await bench.waitFor(`instance ${index + 1} of ${instances} to be connected or refused`, settled, { running: instance });
  }
  const seen = await sessions(bench, server, "usename = 'app'");
  await tell(bench, server);
  for (const instance of fleet) await instance.ended;
  const through = pooled ? ' through PgBouncer' : '';
  return { instances, max, through, seen, succeeded: count(/^succeeded$/gm), refused: count(/^refused: 53300$/gm) };
}

const row = (first: string, ...cells: (string | number)[]) => first.padEnd(25) + cells.map((cell) => `${cell}`.padStart(10)).join('');

const line = ({ instances, max, through, seen, succeeded, refused }: Measured): string =>
  row(`${instances} × ${max}${through}`, instances * max, seen, succeeded, refused);

function assertArithmetic({ instances, max, through, seen, succeeded, refused }: Measured): void {
  const counts = `${instances} x ${max}${through}: ${seen} seen, ${succeeded} succeeded, ${refused} refused`;
  assert.equal(succeeded + refused, instances * burst, counts);
  if (through) assert.deepEqual([seen, refused], [10, 0], counts);
  else if (instances * max <= usable) assert.deepEqual([seen, refused], [instances * max, 0], counts);
  // A login that will be refused occupies a slot for a moment, so a few slots may stay free.
  else assert.ok(seen <= usable && seen >= usable - burst && refused >= instances * max - usable && succeeded === seen, counts);
}

export const arithmetic: Scenario = {
  name: 'function instances times pool size is compared with the slots, directly and through PgBouncer',
  needs: poolerNeeds,
  seconds: 300,
  async run(bench) {
    const server = await startPostgres(bench);
    await layOutApplication(bench, 'Prisma ORM', 'node-postgres');
    await makeUntilTold(bench, server);
    const direct = server.url('app');
    const rows: Measured[] = [];
    for (const [instances, max] of [
      [1, 10],
      [2, 10],
      [4, 10],
      [4, 4],
      [8, 2],
    ] as const)
      rows.push(await runFleet(bench, server, { instances, max, url: direct }));
    const pooler = await startPgBouncer(bench, server, { default_pool_size: 10, max_client_conn: 500 });
    rows.push(await runFleet(bench, server, { instances: 6, max: 10, url: pooler.url('app'), pooled: true }));
    const head = row('Instances × pool', 'wanted', 'connected', 'succeeded', 'refused');
    bench.capture('instances-times-pool', [head, ...rows.map(line)].join('\n'), { varies: [varying.numbers, / {2,}/g] });
    rows.forEach(assertArithmetic);
  },
};
