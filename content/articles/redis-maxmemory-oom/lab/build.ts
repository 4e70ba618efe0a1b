/**
 * Puts Redis 8.0 into the cache of the labs, once: the package of Debian 13 with its libraries, and a build of the same version with
 * the allocator that Redis ships. Run it with `npx node`. It needs no root, and does not touch the package sources of the system.
 */
import { spawn } from 'node:child_process';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { exists, missingPrograms } from 'faultbook/lab';
import { builtServer, newerFolder, packagedServer } from './newer.ts';

const needs = [
  { command: 'apt-get', package: 'apt' },
  { command: 'dpkg-deb', package: 'dpkg' },
  { command: 'make', package: 'make' },
  { command: 'gcc', package: 'gcc' },
  { command: 'g++', package: 'g++' },
];

async function run(argv: readonly string[], cwd = newerFolder): Promise<void> {
  console.log(`\n$ ${argv.join(' ').slice(0, 200)}`);
  const [program = '', ...args] = argv;
  const child = spawn(program, args, { cwd, stdio: 'inherit' });
  const code = await new Promise<number | null>((resolve, reject) => child.on('close', resolve).on('error', reject));
  if (code !== 0) throw new Error(`"${program}" ended with ${code}; see its output above.`);
}

/** Returns an apt-get command for Debian 13 with lists and a cache of its own, which takes no package for installed. */
async function debian13(): Promise<string[]> {
  const apt = path.join(newerFolder, 'apt');
  for (const part of ['state/lists/partial', 'cache/archives/partial']) await mkdir(path.join(apt, part), { recursive: true });
  const from = '[signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] http://deb.debian.org/debian trixie main';
  await writeFile(path.join(apt, 'trixie.list'), `deb ${from}\ndeb-src ${from}\n`);
  await writeFile(path.join(apt, 'status'), '');
  const settings = {
    'Dir::Etc::SourceList': path.join(apt, 'trixie.list'),
    'Dir::Etc::SourceParts': '/dev/null',
    'Dir::State': path.join(apt, 'state'),
    'Dir::State::Status': path.join(apt, 'status'),
    'Dir::Cache': path.join(apt, 'cache'),
    'APT::Sandbox::User': '',
    'Debug::NoLocking': '1',
  };
  return ['apt-get', '-q', ...Object.entries(settings).flatMap(([name, value]) => ['-o', `${name}=${value}`])];
}

/** Unpacks the package and all that it depends on, without running any script of a package. */
async function unpackPackage(apt: readonly string[]): Promise<void> {
  await run([...apt, 'install', '--download-only', '--no-install-recommends', '-y', 'redis-server']);
  const archives = path.join(newerFolder, 'apt/cache/archives');
  const root = path.join(newerFolder, 'root');
  for (const name of await readdir(archives)) if (name.endsWith('.deb')) await run(['dpkg-deb', '-x', path.join(archives, name), root]);
}

/** Builds the server from the source as Redis publishes it, without Debian's patches. */
async function buildServer(apt: readonly string[]): Promise<void> {
  await run([...apt, 'source', '--download-only', '--tar-only', 'redis']);
  const archive = (await readdir(newerFolder)).find((name) => /^redis_.*\.orig\.tar\.gz$/.test(name)) ?? '';
  const source = path.join(newerFolder, 'source');
  await mkdir(source, { recursive: true });
  await run(['tar', 'xzf', archive, '-C', source, '--strip-components=1']);
  await run(['make', 'MALLOC=jemalloc', 'USE_SYSTEMD=no', 'OPTIMIZATION=-O2', 'redis-server'], path.join(source, 'src'));
}

async function build(): Promise<void> {
  const missing = await missingPrograms(needs);
  if (missing) throw new Error(missing);
  await mkdir(newerFolder, { recursive: true });
  const apt = await debian13();
  if (!(await exists(packagedServer)) || !(await exists(builtServer))) await run([...apt, 'update']);
  if (!(await exists(packagedServer))) await unpackPackage(apt);
  if (!(await exists(builtServer))) await buildServer(apt);
  await rm(path.join(newerFolder, 'apt'), { recursive: true, force: true });
}

await build().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
