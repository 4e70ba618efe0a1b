/** Serves the builds that the browser tests read, on free ports, and passes their URLs on by environment variables. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { serveSite } from '../../scripts/server.ts';
import { builds } from '../builds.ts';

/** Starts a server for each build that exists; a test that needs another one says how to build it. Returns what stops them. */
export default async function serveBuilds(): Promise<() => Promise<void>> {
  const { root, history, northwind } = builds;
  const all = { E2E_ROOT_URL: root, E2E_HISTORY_URL: history, E2E_NORTHWIND_URL: northwind };
  const served = Object.entries(all).filter(([, { folder }]) => existsSync(path.join(folder, 'index.html')));
  const servers = await Promise.all(
    served.map(async ([variable, { folder, base }]) => {
      const server = await serveSite({ folder, base, port: 0 });
      process.env[variable] = server.url;
      return server;
    }),
  );
  return async () => {
    await Promise.all(servers.map((server) => server.close()));
  };
}
