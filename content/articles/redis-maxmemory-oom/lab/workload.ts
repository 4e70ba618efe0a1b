/** The workload of a cache: reads by popularity, and a write for each miss. */
import type { Client } from './client.ts';

/** Returns a generator of numbers from 0 to 1 that are the same in every run (mulberry32, which is in the public domain). */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Returns a function that draws ranks from 0 to `count` - 1 by Zipf's law: the second half as often as the first, the third a third as often. */
export function zipf(count: number, random: () => number): () => number {
  let sum = 0;
  const reach = Array.from({ length: count }, (_, rank) => (sum += 1 / (rank + 1)));
  return () => {
    const wanted = random() * sum;
    let [low, high] = [0, count - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((reach[middle] ?? 0) < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}

const value = 'x'.repeat(1_000);

/**
 * Reads keys through the cache, a hundred at a time. Missing keys are written, with a TTL between half an hour and an hour.
 *
 * @returns how many reads were hits
 */
export async function readThrough(client: Client, keys: readonly string[], random: () => number): Promise<number> {
  let hits = 0;
  for (let at = 0; at < keys.length; at += 100) {
    const batch = keys.slice(at, at + 100);
    const replies = await client.send(batch.map((key) => ['GET', key]));
    const missed = new Set(batch.filter((_, index) => replies[index] === null));
    hits += replies.filter((reply) => reply !== null).length;
    if (missed.size) await client.send([...missed].map((key) => ['SET', key, value, 'EX', `${1_800 + Math.floor(random() * 1_800)}`]));
  }
  return hits;
}
