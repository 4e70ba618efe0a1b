/** A Redis server of the lab's own. */
import { freePort, type Bench } from '../bench.ts';
import type { Running } from '../processes.ts';

/** A server that runs, and where. */
export interface RedisServer {
  port: number;
  running: Running;
}

/**
 * Starts a server on a port of its own, without persistence; `redis-cli` of the scenario reaches it.
 *
 * @param settings arguments of redis-server, e.g. `['--maxmemory', '5mb']`
 */
export async function startRedis(bench: Bench, settings: readonly string[] = []): Promise<RedisServer> {
  const port = await freePort();
  const basics = ['--port', `${port}`, '--bind', '127.0.0.1', '--dir', bench.folder, '--save', '', '--appendonly', 'no'];
  const running = await bench.start(['redis-server', ...basics, ...settings], { ready: /Ready to accept connections/ });
  await bench.shim('redis-cli', ['/usr/bin/redis-cli', '-p', `${port}`]);
  const { text } = await bench.exec(['redis-cli', 'INFO', 'server']);
  bench.uses('Redis', /redis_version:(\S+)/.exec(text)?.[1] ?? 'unknown');
  return { port, running };
}

/** Writes keys of a kilobyte each until there are so many, or the server refuses them. */
export async function fill(bench: Bench, keys: number, prefix = 'session'): Promise<void> {
  const commands = Array.from({ length: keys }, (_, index) => `SET ${prefix}:${index} ${'x'.repeat(1_000)}`);
  const file = await bench.write('keys.txt', commands.join('\n'));
  await bench.exec(['sh', '-c', `redis-cli < ${file} > ${file}.replies`]);
}
