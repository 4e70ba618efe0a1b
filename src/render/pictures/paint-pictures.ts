/** Paints the pictures for link previews in threads, as many as there are processors: the system shares them with the rest of the build. */
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { cacheKey } from '../cache.ts';
import { fontFiles } from './faces.ts';

const { resolve } = createRequire(import.meta.url);

/** Returns a key of everything besides its SVG that a picture depends on. When the key changes, every picture is painted again. */
export async function painterKey(): Promise<string> {
  const files = [
    ...['./paint.worker.ts', './indexed-png.ts'].map((file) => new URL(file, import.meta.url)),
    resolve('@resvg/resvg-js/package.json'),
    ...fontFiles,
  ];
  return cacheKey(...(await Promise.all(files.map((file) => readFile(file)))));
}

/**
 * Paints pictures.
 *
 * @param pictures the SVG of each
 * @param done called with each PNG as soon as it is painted, in any order, and its index in the list
 */
export async function paintPictures(pictures: readonly string[], done: (png: Uint8Array, at: number) => Promise<void>): Promise<void> {
  const queue = pictures.entries();
  const threads = Math.min(availableParallelism(), pictures.length);
  await Promise.all(Array.from({ length: threads }, () => work(queue, done)));
}

async function work(queue: Iterable<[number, string]>, done: (png: Uint8Array, at: number) => Promise<void>): Promise<void> {
  const worker = new Worker(new URL('./paint.worker.ts', import.meta.url));
  try {
    for (const [at, svg] of queue) {
      worker.postMessage(svg);
      const [png] = (await once(worker, 'message')) as [Uint8Array];
      await done(png, at);
    }
  } finally {
    await worker.terminate();
  }
}
