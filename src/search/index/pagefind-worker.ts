/** Runs in a worker, see `index-writer.ts`: answers with Pagefind's files of the records that it is given. */
import { parentPort, workerData } from 'node:worker_threads';
import { pagefindFiles } from './pagefind-files.ts';
import type { SearchRecord } from './record.ts';

parentPort?.postMessage(await pagefindFiles(workerData as SearchRecord[]));
