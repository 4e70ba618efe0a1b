/** Writes into a full Redis with one client, and prints the error that the client throws. Arguments: the port, the client. */
import console from 'node:console';
import process from 'node:process';

const [port, chosen] = [Number(process.argv[2]), process.argv[3]];
const script = "return redis.call('SET', KEYS[1], ARGV[1])";

const clients = {
  ioredis: async ({ Redis }) => new Redis({ port }).set('session:81', 'x'),
  'ioredis-script': async ({ Redis }) => new Redis({ port }).eval(script, 1, 'lock:7', 'x'),
  'ioredis-multi': async ({ Redis }) => new Redis({ port }).multi().set('cart:7', 'x').exec(),
  ioredis5: async ({ Redis }) => new Redis({ port }).set('session:81', 'x'),
  redis: async ({ createClient }) => (await createClient({ url: `redis://127.0.0.1:${port}` }).connect()).set('session:81', 'x'),
  redis4: async ({ default: { createClient } }) => {
    const client = createClient({ url: `redis://127.0.0.1:${port}` });
    await client.connect();
    await client.set('session:81', 'x');
  },
  redis3: ({ default: { createClient } }) =>
    new Promise((resolve, reject) => createClient({ port }).set('session:81', 'x', (error) => (error ? reject(error) : resolve()))),
  bullmq: async ({ Queue }) => new Queue('mail', { connection: { port } }).add('send', { to: 'a' }),
  bull: async ({ default: Queue }) => new Queue('mail', { redis: { port } }).add({ to: 'a' }),
};

try {
  await clients[chosen](await import(chosen.split('-')[0]));
  console.log('not refused');
} catch (error) {
  console.error(error);
}
process.exit();
