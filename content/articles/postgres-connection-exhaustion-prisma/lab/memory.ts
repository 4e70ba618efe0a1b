/** How to raise `max_connections`, and what that costs. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Bench, type Scenario, varying } from 'faultbook/lab';
import { needs } from './installation.ts';
import { hold, layOutApplication } from './programs.ts';
import { query, startPostgres, type PostgresServer } from './server.ts';

/** Returns a table of the shared memory that the server computes for several values of `max_connections`. */
async function sharedMemory(bench: Bench, { installation, folder }: PostgresServer): Promise<string> {
  const lines: string[] = [];
  for (const connections of [100, 500, 1000, 5000]) {
    const argv = installation.argv('postgres', '-D', path.join(folder.own, 'spare'), '-C', 'shared_memory_size');
    const { text } = await bench.exec([...argv, '-c', `max_connections=${connections}`]);
    lines.push(`${`${connections}`.padStart(15)} ${`${text.trim()} MB`.padStart(14)}`);
  }
  return ['max_connections  shared memory', ...lines].join('\n');
}

/** Returns the private memory of an idle backend, in MB. */
async function ofBackend(bench: Bench, server: PostgresServer): Promise<number> {
  await hold(bench, server.url('app'), 1, { as: 'measured' });
  const pid = await query(bench, server, "SELECT pid FROM pg_stat_activity WHERE application_name = 'measured'");
  const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8');
  const [, kilobytes] = /^Pss_Anon: +(\d+) kB$/m.exec(rollup) ?? [];
  return Number(kilobytes) / 1024;
}

export const raising: Scenario = {
  name: 'max_connections is raised after a restart, not after a reload, and put back',
  needs,
  async run(bench) {
    const server = await startPostgres(bench);
    await layOutApplication(bench, 'node-postgres');
    const shown = async () => (await bench.run('show-max-connections')).text;
    await bench.run('raise-max-connections');
    await query(bench, server, 'SELECT pg_reload_conf()');
    const refusal = 'parameter "max_connections" cannot be changed without restarting the server';
    await bench.waitFor('the server to say that a reload is not enough', () => server.log().includes(refusal));
    assert.equal(await shown(), '20\n');
    await server.restart();
    assert.equal(await shown(), '200\n');
    await bench.run('raise-max-connections', { replace: { '= 200': '= 20' } });
    await server.restart();
    assert.equal(await shown(), '20\n');
    await query(bench, server, 'ALTER SYSTEM RESET max_connections');
    assert.equal(await query(bench, server, "SELECT count(*) FROM pg_file_settings WHERE sourcefile LIKE '%auto.conf'"), '0');

    await bench.exec(server.installation.argv('initdb', '-D', path.join(server.folder.own, 'spare'), '-A', 'trust', '--no-sync'));
    const shared = await sharedMemory(bench, server);
    const own = await ofBackend(bench, server);
    bench.capture('memory-of-slots', `${shared}\n\na fresh idle backend: ${own.toFixed(1)} MB of its own`, {
      varies: [varying.numbers, / {2,}/g],
    });
    assert.ok(own > 0.5 && own < 10, `${own}`);
    const sizes = [...shared.matchAll(/(\d+) MB/g)].map(([, size]) => Number(size));
    assert.ok((sizes[3] ?? 0) - (sizes[0] ?? 0) < 500, shared);
  },
};
