/** A Docker daemon of the lab's own, with an image of Python and what services need. */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, readlink, rmdir } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Bench } from '../../../../src/lab/bench.ts';
import { exists, labCache } from '../../../../src/lab/cache.ts';
import type { Scenario } from '../../../../src/lab/lab.ts';

/** Debian packages that the image is made of: what a Python service has round it. */
const packages = [
  'python3',
  'bash',
  'dash',
  'coreutils',
  'grep',
  'mount',
  'gunicorn',
  'python3-gunicorn',
  'celery',
  'python3-redis',
  'redis-server',
];

/** What every scenario needs. */
export const needs = [
  { command: 'dockerd', package: 'docker.io' },
  { command: '/usr/bin/docker', package: 'docker.io' },
  { command: 'apt-cache', package: 'apt' },
  { command: 'gunicorn', package: 'gunicorn' },
  { command: 'celery', package: 'celery' },
  { command: 'redis-server', package: 'redis-server' },
];

/** A daemon starts containers for root only, and the kernel log says whose limit was hit. */
export const hindrance: Scenario['hindrance'] = async () => {
  if (process.getuid?.() !== 0) return 'a Docker daemon of its own needs root';
  const clients = await exists('/usr/lib/python3/dist-packages/redis');
  return clients ? undefined : 'python3-redis not found; on Debian: apt-get install python3-redis';
};

/** Starts the daemon, without a network and with its data in the bench's folder, and imports the image as `python:lab`. */
export async function startDocker(bench: Bench): Promise<void> {
  const root = path.join(bench.folder, 'docker');
  const socket = `unix://${bench.folder}/docker.sock`;
  const before = await cgroupFolders();
  await mkdir(root);
  const places = ['--data-root', `${root}/data`, '--exec-root', `${root}/exec`, '--pidfile', `${root}/pid`, '--host', socket];
  bench.env['DOCKER_HOST'] = socket;
  bench.env['DOCKER_BUILDKIT'] = '0';
  await bench.shim('docker', ['/usr/bin/docker']);
  await bench.shim('sudo', ['env']);
  bench.afterwards(() => removeTraces(root, before));
  // What it mounts is seen by nobody else, and goes with it.
  const daemon = await bench.start(['unshare', '--mount', 'dockerd', '--iptables=false', '--bridge=none', ...places]);
  bench.afterwards(() => endDaemon(bench, daemon));
  const version = () => bench.exec(['docker', 'version', '--format', '{{.Server.Version}}'], { code: 'any' });
  await bench.waitFor('the daemon to answer', async () => (await version()).code === 0, { running: daemon, seconds: 60 });
  bench.uses('Docker Engine', (await version()).text.trim().replace(/\+dfsg.*/, ''));
  bench.uses('Linux', (await bench.exec(['uname', '-r'])).text.trim().replace(/-.*/, ''));
  await bench.exec(['docker', 'import', await rootArchive(bench), 'python:lab']);
  const python = await inContainer(bench, ['python3', '--version']);
  bench.uses('Python', python.trim().replace('Python ', ''));
}

/** What a program prints in a container that is gone afterwards. */
export const inContainer = async (bench: Bench, argv: readonly string[]): Promise<string> =>
  (await bench.exec(['docker', 'run', '--rm', 'python:lab', ...argv])).text;

/** Builds an image from files, in `/app`; its name is what the article has for `<image>`. */
export async function buildImage(bench: Bench, name: string, files: Readonly<Record<string, string>>, from = 'python:lab'): Promise<void> {
  const folder = path.join(bench.folder, 'builds', name.replaceAll(/\W/g, '-'));
  for (const [file, text] of Object.entries(files)) await bench.write(path.join(folder, 'app', file).slice(bench.folder.length + 1), text);
  await bench.write(path.join(folder, 'Dockerfile').slice(bench.folder.length + 1), `FROM ${from}\nCOPY app /app\nWORKDIR /app`);
  await bench.exec(['docker', 'build', '--quiet', '--tag', name, folder]);
}

/** The archive of the image, made once for the versions of packages that are installed. */
async function rootArchive(bench: Bench): Promise<string> {
  const script = path.join(import.meta.dirname, 'files', 'root.sh');
  const { text } = await bench.exec(['dpkg-query', '--show', 'python3', 'gunicorn', 'celery', 'redis-server', 'libc6', 'bash']);
  const key = createHash('sha256')
    .update(text + (await readFile(script, 'utf8')))
    .digest('hex');
  const archive = path.join(labCache(), `docker-python-${key.slice(0, 12)}.tar`);
  if (!(await exists(archive))) {
    await mkdir(labCache(), { recursive: true });
    await bench.exec(['sh', script, archive, ...packages]);
  }
  return archive;
}

async function endDaemon(bench: Bench, daemon: { pid: number; ended: Promise<unknown> }): Promise<void> {
  await bench.exec(['sh', '-c', 'docker ps --all --quiet | xargs --no-run-if-empty docker rm --force'], { code: 'any' });
  // The daemon ends its containerd itself, which takes longer than the bench would wait on a busy machine.
  process.kill(daemon.pid, 'SIGTERM');
  await Promise.race([daemon.ended, sleep(30_000, undefined, { ref: false })]);
}

/** Ends what a daemon that was killed leaves: its containerd and shims, its cgroups. */
async function removeTraces(root: string, before: ReadonlySet<string>): Promise<void> {
  for (const pid of await processesOf(root)) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It has ended meanwhile.
    }
  }
  for (const folder of await cgroupFolders()) if (!before.has(folder)) await rmdir(folder).catch(() => undefined);
}

/** Processes whose command names a folder, which only the daemon's own do. */
async function processesOf(root: string): Promise<number[]> {
  const pids = (await readdir('/proc')).map(Number).filter((pid) => pid > 1 && pid !== process.pid);
  const found = await Promise.all(
    pids.map(async (pid) => {
      const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
      const program = await readlink(`/proc/${pid}/exe`).catch(() => '');
      return /\/(dockerd|containerd|containerd-shim[\w-]*|runc|docker-proxy)$/.test(program) && command.includes(root) ? [pid] : [];
    }),
  );
  return found.flat();
}

/** The cgroups that daemons leave behind in each hierarchy, the inner ones first. */
async function cgroupFolders(): Promise<Set<string>> {
  const hierarchies = ['', ...(await readdir('/sys/fs/cgroup'))].flatMap((name) =>
    ['docker/buildkit', 'docker'].map((folder) => path.join('/sys/fs/cgroup', name, folder)),
  );
  const found = await Promise.all(hierarchies.map(async (folder) => ((await exists(folder)) ? [folder] : [])));
  return new Set(found.flat());
}
