/** A Redis server for one scenario. */
import { type Bench, freePort, type Need, type Running } from 'faultbook/lab';
import { connect, type Client } from './client.ts';

/** The programs that scenarios with Redis alone need. */
export const redisNeeds: readonly Need[] = [{ command: 'redis-server', package: 'redis-server' }];

/** A running server. */
export interface RedisServer {
  port: number;
  running: Running;
  /** A connection for what would take redis-cli too long. */
  client: Client;
}

/** How a server is started. */
export interface ServerOptions {
  /** The argv of the server: another program, or one that runs it in a cgroup. */
  program?: readonly string[];
  /** The port; by default a free one. */
  port?: number;
}

/**
 * Starts a server without persistence, which `redis-cli` in the scenario reaches.
 *
 * @param settings arguments of redis-server, e.g. `['--maxmemory', '5mb']`
 */
export async function startRedis(bench: Bench, settings: readonly string[] = [], options: ServerOptions = {}): Promise<RedisServer> {
  const { program = ['redis-server'], port = await freePort() } = options;
  const basics = ['--port', `${port}`, '--bind', '127.0.0.1', '--dir', bench.folder, '--save', '', '--appendonly', 'no'];
  const running = await bench.start([...program, ...basics, ...settings], { ready: /Ready to accept connections/ });
  await bench.shim('redis-cli', ['/usr/bin/redis-cli', '-p', `${port}`]);
  bench.uses('Redis', (await info(bench)).get('redis_version') ?? 'unknown');
  return { port, running, client: await connect(bench, port) };
}

/** Returns the fields of `INFO everything`. */
export async function info(bench: Bench): Promise<Map<string, string>> {
  const { text } = await bench.exec(['redis-cli', 'INFO', 'everything']);
  return new Map([...text.matchAll(/^([^:#\s]+):(.*?)\r?$/gm)].map(([, name = '', value = '']) => [name, value]));
}

/** Returns one field of `INFO everything` as a number. */
export const numberOf = async (bench: Bench, field: string): Promise<number> => Number((await info(bench)).get(field) ?? Number.NaN);

/** Writes keys with values of a kilobyte. Returns how many of them the server refused. */
export async function fill({ client }: RedisServer, keys: number, prefix = 'session', ttl?: number): Promise<number> {
  const value = 'x'.repeat(1_000);
  const expiry = ttl === undefined ? [] : ['EX', `${ttl}`];
  const replies = await client.send(Array.from({ length: keys }, (_, index) => ['SET', `${prefix}:${index}`, value, ...expiry]));
  return replies.filter((reply) => reply !== 'OK').length;
}

/** Waits until a key has been idle for two seconds: Redis counts recency in seconds, so LRU cannot tell younger keys apart. */
export const untilIdle = (bench: Bench, key: string): Promise<void> =>
  bench.waitFor(`${key} to be idle`, async () => Number((await bench.exec(['redis-cli', 'OBJECT', 'IDLETIME', key])).text) >= 2);

/** Returns how many keys match a pattern. */
export async function keysLike(bench: Bench, pattern: string): Promise<number> {
  const { text } = await bench.exec(['redis-cli', '--scan', '--pattern', pattern]);
  return text.split('\n').filter(Boolean).length;
}

/** Returns the log lines that contain a text, without the prefix that Redis puts before each. */
export const logged = ({ running }: RedisServer, text: string): string =>
  running
    .output()
    .split('\n')
    .filter((line) => line.includes(text))
    .join('\n');

/** What varies in a line of the log: process, time, addresses, sizes. */
export const inLog = [/^\d+:[MCS] \d\d \w+ \d{4} [\d:.]+/gm, /\d+(\.\d+)?/g] as const;
