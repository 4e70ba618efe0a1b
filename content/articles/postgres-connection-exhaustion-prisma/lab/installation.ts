/** Installations of PostgreSQL and PgBouncer: the packages of this machine, or a Debian 13 root that the lab makes once and keeps. */
import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { chown, mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { type Bench, exists, labCache, type Need } from 'faultbook/lab';

const run = promisify(execFile);
const isRoot = process.getuid?.() === 0;

/** An installation of PostgreSQL with PgBouncer. */
export interface Installation {
  /** The folder of PostgreSQL's programs. */
  bin: string;
  /** Returns the argv that runs one of its programs as the user postgres: both servers refuse to run as root. */
  argv: (program: string, ...args: string[]) => string[];
  /** Makes a folder for one scenario that the servers may write to. Returns its path on this machine, and its path for the servers. */
  folder: (bench: Bench) => Promise<{ host: string; own: string }>;
}

const versions = (folder: string): number[] => (existsSync(folder) ? readdirSync(folder) : []).map(Number).toSorted((a, b) => b - a);

const bin = `/usr/lib/postgresql/${versions('/usr/lib/postgresql')[0] ?? ''}/bin`;

/** The newest PostgreSQL of this machine. */
export const installed: Installation = {
  bin,
  argv: (program, ...args) => [
    ...(isRoot ? ['setpriv', '--reuid=postgres', '--regid=postgres', '--init-groups'] : []),
    program.startsWith('/') ? program : `${bin}/${program}`,
    ...args,
  ],
  async folder(bench) {
    const folder = path.join(bench.folder, 'servers');
    await mkdir(folder);
    if (isRoot) {
      const id = async (option: string) => Number((await run('id', [option, 'postgres'])).stdout);
      await chown(folder, await id('-u'), await id('-g'));
    }
    return { host: folder, own: folder };
  },
};

/** The programs that most scenarios need. */
export const needs: Need[] = [
  { command: `${bin}/postgres`, package: 'postgresql' },
  { command: 'psql', package: 'postgresql-client' },
];
/** The programs that scenarios with a pooler need. */
export const poolerNeeds: Need[] = [...needs, { command: 'pgbouncer', package: 'pgbouncer' }];
/** The programs that a Debian 13 root needs. */
export const rootNeeds: Need[] = [
  { command: 'psql', package: 'postgresql-client' },
  { command: 'debootstrap', package: 'debootstrap' },
];

/** Returns why this machine cannot use a Debian 13 root; undefined when it can. */
export const noRoot = (): string | undefined => (isRoot ? undefined : 'only root can make a Debian root and change into it');

/** Returns PostgreSQL 17 and PgBouncer 1.24 in a Debian 13 root, which is made on first use. */
export async function debian13(): Promise<Installation> {
  const root = path.join(labCache(), 'debian-13-postgresql');
  if (!(await exists(root))) {
    const making = `${root}.making`;
    await rm(making, { recursive: true, force: true });
    await mkdir(path.dirname(root), { recursive: true });
    const packages = '--include=postgresql-17,pgbouncer';
    await run('debootstrap', ['--variant=minbase', packages, 'trixie', making], { maxBuffer: 1e8 });
    await rename(making, root);
  }
  const programs = '/usr/lib/postgresql/17/bin';
  return {
    bin: programs,
    argv: (program, ...args) => [
      'chroot',
      '--userspec=postgres:postgres',
      root,
      program.startsWith('/') ? program : `${programs}/${program}`,
      ...args,
    ],
    async folder(bench) {
      const own = `/tmp/${path.basename(bench.folder)}`;
      const host = path.join(root, own);
      const owner = await run('stat', ['-c', '%u %g', path.join(root, 'var/lib/postgresql')]);
      const [user = 0, group = 0] = owner.stdout.trim().split(' ').map(Number);
      await rm(host, { recursive: true, force: true });
      await mkdir(host);
      await chown(host, user, group);
      bench.afterwards(() => rm(host, { recursive: true, force: true }));
      return { host, own };
    },
  };
}
