/** The client programs of the lab (in `files/`), laid out with Prisma and the other drivers as in an application. */
import { createHash } from 'node:crypto';
import { execFile } from 'node:child_process';
import { cp, mkdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { type Bench, exists, npmPackages, type Output, type Running } from 'faultbook/lab';

const run = promisify(execFile);
const files = path.join(import.meta.dirname, 'files');

/** The packages whose versions are recorded, by the name of the software. */
const packagesOf = { 'Prisma ORM': '@prisma/client', 'node-postgres': 'pg', Knex: 'knex', Sequelize: 'sequelize' };

/**
 * Lays out an application in the scenario's folder: `node_modules`, `package.json`, `src/generated` (Prisma's client), and the
 * lab's programs in `programs`.
 *
 * @param software the software whose versions are recorded
 */
export async function layOutApplication(bench: Bench, ...software: (keyof typeof packagesOf)[]): Promise<void> {
  const packages = await npmPackages(import.meta.dirname);
  await mkdir(path.join(bench.folder, 'src'));
  await symlink(path.join(packages, 'node_modules'), path.join(bench.folder, 'node_modules'));
  await symlink(await generatedClient(packages), path.join(bench.folder, 'src', 'generated'));
  await cp(path.join(packages, 'package.json'), path.join(bench.folder, 'package.json'));
  await cp(files, path.join(bench.folder, 'programs'), { recursive: true });
  for (const name of software) {
    const text = await readFile(path.join(packages, 'node_modules', packagesOf[name], 'package.json'), 'utf8');
    bench.uses(name, (JSON.parse(text) as { version: string }).version);
  }
}

/** Returns the client that Prisma generates from `files/schema.prisma`, once for each version of that file. */
async function generatedClient(packages: string): Promise<string> {
  const schema = await readFile(path.join(files, 'schema.prisma'));
  const target = path.join(packages, `client-${createHash('sha256').update(schema).digest('hex').slice(0, 12)}`);
  if (await exists(target)) return target;
  const making = path.join(packages, `making-${process.pid}`);
  await mkdir(making);
  await writeFile(path.join(making, 'schema.prisma'), schema);
  // Only migrations need the schema engine. With a path to one, Prisma does not download it.
  const env = { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: '/bin/true', CHECKPOINT_DISABLE: '1' };
  const prisma = path.join(packages, 'node_modules', 'prisma', 'build', 'index.js');
  await run(process.execPath, [prisma, 'generate', '--schema', path.join(making, 'schema.prisma')], { cwd: packages, env });
  await rename(path.join(making, 'generated'), target);
  await rm(making, { recursive: true });
  return target;
}

const argv = (program: string, args: string[]) => [process.execPath, '--no-warnings', `programs/${program}`, ...args];

/** Runs one of the lab's programs to its end. */
export const program = (bench: Bench, name: string, url: string, ...args: string[]): Promise<Output> =>
  bench.exec(argv(name, args), { env: { DATABASE_URL: url } });

/** Starts one of the lab's programs beside the scenario. */
export const startProgram = (bench: Bench, name: string, url: string, args: string[], ready?: RegExp): Promise<Running> =>
  bench.start(argv(name, args), { env: { DATABASE_URL: url }, ...(ready ? { ready } : {}) });

/** How connections are held open. */
export interface Held {
  /** The `application_name` of the sessions. */
  as?: string;
  /** Whether each has a transaction open. */
  inTransaction?: boolean;
}

/** Opens connections one after the other and holds them until it is stopped. Fails when one is refused. */
export const hold = (bench: Bench, url: string, count: number, { as = 'orders-api', inTransaction = false }: Held = {}): Promise<Running> =>
  startProgram(bench, 'hold.mjs', url, [`${count}`, as, inTransaction ? 'BEGIN' : ''], new RegExp(`^holding ${count}$`, 'm'));
