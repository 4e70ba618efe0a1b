/** A Docker daemon for one scenario, and an image with Python and the programs of a usual Python service. */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, readlink, rmdir } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Bench, exists, labCache, type Scenario } from 'faultbook/lab';

/** The Debian packages that the image is made of. */
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

/** Only root may start a daemon that runs containers, and read whose limit was hit in the kernel's log. */
const hindrance: Scenario['hindrance'] = async () => {
  if (process.getuid?.() !== 0) return 'a Docker daemon of its own needs root';
  const clients = await exists('/usr/lib/python3/dist-packages/redis');
  return clients ? undefined : 'python3-redis not found; on Debian: apt-get install python3-redis';
};

/** What all scenarios have in common. */
export const onDocker = {
  needs: [
    { command: 'dockerd', package: 'docker.io' },
    { command: '/usr/bin/docker', package: 'docker.io' },
    { command: 'apt-cache', package: 'apt' },
    { command: 'gunicorn', package: 'gunicorn' },
    { command: 'celery', package: 'celery' },
    { command: 'redis-server', package: 'redis-server' },
  ],
  onDemand: 'each scenario starts a Docker daemon of its own, on an image of a Debian root that takes some minutes to make once',
  hindrance,
} satisfies Partial<Scenario>;

/** Starts a daemon without a network, with its data in the folder of the bench, and imports the image as `python:lab`. */
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
  // In a mount namespace of its own: nothing else sees what the daemon mounts, and the mounts end with it.
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

/** Runs a program in a container, which is removed afterwards. Returns what the program printed. */
export const inContainer = async (bench: Bench, argv: readonly string[]): Promise<string> =>
  (await bench.exec(['docker', 'run', '--rm', 'python:lab', ...argv])).text;

/** Builds an image with files in `/app`; the article's commands get its name for `<image>`. */
export async function buildImage(bench: Bench, name: string, files: Readonly<Record<string, string>>, from = 'python:lab'): Promise<void> {
  const folder = path.join(bench.folder, 'builds', name.replaceAll(/\W/g, '-'));
  for (const [file, text] of Object.entries(files)) await bench.write(path.join(folder, 'app', file).slice(bench.folder.length + 1), text);
  await bench.write(path.join(folder, 'Dockerfile').slice(bench.folder.length + 1), `FROM ${from}\nCOPY app /app\nWORKDIR /app`);
  await bench.exec(['docker', 'build', '--quiet', '--tag', name, folder]);
}

/** Returns the archive of the image, which is made once for each set of installed package versions. */
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
  // The daemon ends its containerd itself. On a busy machine that takes longer than the five seconds that the bench would wait.
  process.kill(daemon.pid, 'SIGTERM');
  await Promise.race([daemon.ended, sleep(30_000, undefined, { ref: false })]);
}

/** Ends what a killed daemon leaves behind: containerd, its shims, its cgroups. */
async function removeTraces(root: string, before: ReadonlySet<string>): Promise<void> {
  for (const pid of await processesOf(root)) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // The process has ended meanwhile.
    }
  }
  for (const folder of await cgroupFolders()) if (!before.has(folder)) await rmdir(folder).catch(() => undefined);
}

/** Returns the container processes that have a folder in their command line: only those of this daemon do. */
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

/** Returns the cgroups that daemons leave behind, in every hierarchy, inner ones first. */
async function cgroupFolders(): Promise<Set<string>> {
  const hierarchies = ['', ...(await readdir('/sys/fs/cgroup'))].flatMap((name) =>
    ['docker/buildkit', 'docker'].map((folder) => path.join('/sys/fs/cgroup', name, folder)),
  );
  const found = await Promise.all(hierarchies.map(async (folder) => ((await exists(folder)) ? [folder] : [])));
  return new Set(found.flat());
}
