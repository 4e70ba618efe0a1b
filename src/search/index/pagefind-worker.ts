/** Runs in a worker, see `index-writer.ts`: receives records and returns Pagefind's index files. */
import { parentPort, workerData } from 'node:worker_threads';
import { pagefindFiles } from './pagefind-files.ts';
import type { SearchRecord } from './record.ts';

parentPort?.postMessage(await pagefindFiles(workerData as SearchRecord[]));
