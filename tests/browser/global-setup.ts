/** Serves the builds that the tests read, on free ports, and tells the tests where by environment variables. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { serveSite } from '../../scripts/server.ts';
import { builds, type Build } from './builds.ts';

/** Starts the servers; what it returns stops them. */
export default async function serveBuilds(): Promise<() => Promise<void>> {
  const missing = Object.values<Build>(builds).filter(({ folder }) => !existsSync(path.join(folder, 'index.html')));
  if (missing.length) {
    const commands = missing.map(
      ({ folder, base, content = 'content' }) => `  CONTENT_ROOT=${content} BASE_PATH=${base} OUT_DIR=${folder} npm run build`,
    );
    throw new Error(`These tests read built sites, and some are not there. "npm test" builds them all; or run\n\n${commands.join('\n')}\n`);
  }
  const { root, underBase, history } = builds;
  const servers = await Promise.all([root, underBase, history].map(({ folder, base }) => serveSite({ folder, base, port: 0 })));
  [process.env['E2E_ROOT_URL'], process.env['E2E_BASE_URL'], process.env['E2E_HISTORY_URL']] = servers.map(({ url }) => url);
  return async () => {
    await Promise.all(servers.map((server) => server.close()));
  };
}
