/** Before all tests: says which are skipped, and copies the built site to where an unprivileged server may read it. */
import { existsSync } from 'node:fs';
import { chmod, chown, cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { writeCompressedCopies } from '../../src/build/compressed-copies.ts';
import { builds } from '../builds.ts';
import { brotliModule, findServer, skippedWithout, webServers } from './find-server.ts';
import { nobody } from './running-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder with a site built for /kb/ in `kb`, one built for the root of a server in `root`, and a neighbour in `neighbour`. */
    served: string;
  }
}

/** The neighbour, at the root of the same server. */
const neighbour = { 'start.html': '<!doctype html><title>Neighbour</title>', 'app.js': 'export {};', 'lost.html': 'Neighbour: not found' };

/** Makes the folder that servers serve; returns what removes it. */
export default async function prepare(project: TestProject): Promise<() => Promise<void>> {
  sayWhatIsSkipped();
  const sites = { kb: builds.history, root: builds.root };
  for (const build of Object.values(sites))
    if (!existsSync(path.join(build.folder, 'nginx.conf')))
      throw new Error(`These tests serve the build in "${build.folder}", and there is none. Make the builds: npm test -- builds`);
  const served = await mkdtemp(path.join(tmpdir(), 'web-servers-'));
  for (const [name, { folder }] of Object.entries(sites)) await cp(folder, path.join(served, name), { recursive: true });
  await writeCompressedCopies(path.join(served, 'kb'));
  await mkdir(path.join(served, 'neighbour'));
  for (const [name, text] of Object.entries(neighbour)) await writeFile(path.join(served, 'neighbour', name), text);
  await giveToNobody(served);
  project.provide('served', served);
  return () => rm(served, { recursive: true });
}

function sayWhatIsSkipped(): void {
  for (const server of webServers) if (!findServer(server)) console.log(`\n${skippedWithout(server.name, server.debianPackage)}\n`);
  if (!brotliModule.path) console.log(`\n${skippedWithout("nginx's Brotli module", brotliModule.debianPackage)}\n`);
}

/** A server that root starts runs as nobody, who must be able to read and write here. */
async function giveToNobody(folder: string): Promise<void> {
  if (!nobody) return;
  await chmod(folder, 0o755);
  const entries = await readdir(folder, { recursive: true });
  for (const entry of ['.', ...entries]) await chown(path.join(folder, entry), nobody.uid, nobody.gid);
}
