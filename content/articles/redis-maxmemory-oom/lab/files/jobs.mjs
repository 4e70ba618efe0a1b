/** Does 3,000 jobs on the queue of the module beside it. */
import { Worker } from 'bullmq';
import { connection, queue } from './queue.mjs';

await queue.addBulk(Array.from({ length: 3_000 }, (_, number) => ({ name: 'send', data: { number, body: 'x'.repeat(500) } })));
let done = 0;
const worker = new Worker('mail', async () => {}, { connection, concurrency: 50 });
await new Promise((resolve) => worker.on('completed', () => ++done === 3_000 && resolve()));
await worker.close();
await queue.close();
