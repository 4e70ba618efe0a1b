/** A queue and its worker, which log jobs and errors until they are stopped. Argument: the port. */
import console from 'node:console';
import process from 'node:process';
import { Queue, Worker } from 'bullmq';

const connection = { host: '127.0.0.1', port: Number(process.argv[2]) };
const queue = new Queue('mail', { connection });
const worker = new Worker('mail', async () => {}, { connection });
worker.on('completed', () => console.log('[worker] job done'));
worker.on('error', (error) => console.error(error));
await queue.add('send', { to: 'a' }).catch((error) => console.error(error));
