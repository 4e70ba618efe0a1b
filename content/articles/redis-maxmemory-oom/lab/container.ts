/** Redis in a container: what Docker shows when the kernel kills it. */
import assert from 'node:assert/strict';
import { mkdir, readdir, rmdir } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Bench, Scenario } from 'faultbook/lab';
import { redisNeeds } from './redis.ts';

/** The parent of all cgroups that the daemon makes. */
const cgroup = 'faultbook-lab-redis-docker';

/** Removes the cgroups that the daemon leaves behind: in the tree of each controller (version 1), and in the shared tree (version 2). */
async function removeCgroups(): Promise<void> {
  const trees = ['', ...(await readdir('/sys/fs/cgroup'))].map((tree) => path.join('/sys/fs/cgroup', tree, cgroup));
  for (const tree of trees) for (const folder of [path.join(tree, 'buildkit'), tree]) await rmdir(folder).catch(() => undefined);
}

/** Starts a Docker daemon without networks, which `docker` in the scenario reaches. */
async function startDocker(bench: Bench): Promise<void> {
  const folder = path.join(bench.folder, 'docker');
  const socket = `unix://${folder}/docker.sock`;
  await bench.shim('docker', ['/usr/bin/docker', '-H', socket]);
  const places = ['--data-root', `${folder}/data`, '--exec-root', `${folder}/exec`, '--pidfile', `${folder}/docker.pid`, '-H', socket];
  const settings = [`--cgroup-parent=/${cgroup}`, '--iptables=false', '--ip6tables=false', '--bridge=none', '--storage-driver=vfs'];
  bench.afterwards(removeCgroups);
  const daemon = await bench.start(['dockerd', ...places, ...settings]);
  bench.afterwards(async () => {
    const { text } = await bench.exec(['docker', 'ps', '-aq'], { code: 'any' });
    for (const id of text.split('\n').filter((line) => /^[0-9a-f]+$/.test(line)))
      await bench.exec(['docker', 'rm', '-f', id], { code: 'any' });
    process.kill(daemon.pid, 'SIGTERM'); // it ends containerd itself, which takes longer than the bench would wait
    await Promise.race([daemon.ended, sleep(30_000, undefined, { ref: false })]);
  });
  await bench.waitFor('the Docker daemon', async () => (await bench.exec(['docker', 'version'], { code: 'any' })).code === 0, {
    seconds: 60,
    running: daemon,
  });
  const version = await bench.exec(['docker', 'version', '-f', '{{.Server.Version}}']);
  bench.uses('Docker Engine', version.text.trim());
}

/** Makes an image of the installed Redis: its programs, and the libraries that they need. */
async function importRedis(bench: Bench): Promise<void> {
  const root = path.join(bench.folder, 'image');
  await mkdir(path.join(root, 'tmp'), { recursive: true });
  const programs = '/usr/bin/redis-server /usr/bin/redis-cli';
  const files = `${programs} $(ldd ${programs} | grep -oE '/[^ ]+' | grep -v ':$' | sort -u)`;
  await bench.exec(['sh', '-c', `cp -L --parents ${files} ${root} && tar -C ${root} -c . | docker import - redis:lab`]);
}

export const containerScenarios: readonly Scenario[] = [
  {
    name: 'Docker marks a kill for memory, and no other kill',
    needs: [...redisNeeds, { command: 'dockerd', package: 'docker.io' }],
    onDemand: 'it starts a Docker daemon',
    hindrance: () => (process.getuid?.() === 0 ? undefined : 'only root may start a Docker daemon'),
    async run(bench) {
      await startDocker(bench);
      await importRedis(bench);
      const state = async () => (await bench.run('ask-container-state', { values: { container: 'cache' } })).text;
      const start = async () => {
        const limits = ['--network', 'none', '-m', '64m', '--memory-swap', '64m'];
        const server = ['redis-server', '--maxmemory', '64mb', '--maxmemory-policy', 'allkeys-lru', '--save', ''];
        await bench.exec(['docker', 'run', '-d', '--name', 'cache', ...limits, 'redis:lab', ...server]);
        await bench.waitFor('Redis', async () => (await bench.exec(['docker', 'exec', 'cache', 'redis-cli', 'PING'])).text === 'PONG\n');
      };
      await start();
      const { text } = await bench.exec(['docker', 'exec', 'cache', 'redis-cli', 'INFO', 'server']);
      bench.uses('Redis', /redis_version:(\S+)/.exec(text)?.[1] ?? 'unknown');
      const commands = Array.from({ length: 8_000 }, (_, index) => `SET blob:${index} ${'x'.repeat(10_000)}`);
      const file = await bench.write('keys.txt', commands.join('\n'));
      await bench.exec(['sh', '-c', `docker exec -i cache redis-cli < ${file} > ${file}.replies`], { code: 'any' });
      await bench.waitFor('the kill', async () => (await state()).startsWith('true'));
      bench.capture('container-killed', await state());
      assert.equal(await state(), 'true 137\n');
      await bench.exec(['docker', 'rm', 'cache']);
      await start();
      await bench.exec(['docker', 'kill', 'cache']);
      assert.equal(await state(), 'false 137\n');
    },
  },
];
