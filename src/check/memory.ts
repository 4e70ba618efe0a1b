/** What a check of a content root has found, kept for the next one, which works out anew only what has changed since. */
import path from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { parseArticle, type ParseArticle, type ParsedArticle } from '../content/read-article.ts';
import { cacheKey, openCache } from '../render/cache.ts';
import { codeKey } from '../render/code-key.ts';
import { keptValues, type KeptValues } from './kept-values.ts';
import type { KeptSearch } from './recognition/kept-searches.ts';

/** The memory of a check. A result that comes from it never differs from a fresh one. */
export interface CheckMemory {
  /** What the texts of articles say, by a hash of the text. */
  parsed: KeptValues<ParsedArticle>;
  /** The outcomes of searches, by the `placeKey` of the symptom. */
  searches: KeptValues<KeptSearch>;
  /** Keeps what this check has used, for the next one. */
  save(): Promise<void>;
}

/** What is in the file. */
interface Remembered {
  parsed: ReadonlyMap<string, ParsedArticle>;
  searches: ReadonlyMap<string, KeptSearch>;
}

const cache = openCache('check', '.v8');

/** Returns a memory that begins empty and is never saved. */
export const noMemory = (): CheckMemory => memoryOf({ parsed: new Map(), searches: new Map() }, () => Promise.resolve());

/**
 * Opens the memory of a content root: one file, which the last check has written.
 *
 * @param root the content root
 */
export async function openMemory(root: string): Promise<CheckMemory> {
  const [code, key] = [await codeKey(), cacheKey(path.resolve(root))];
  const file = await cache.read(key);
  const isOfThisCode = file?.subarray(0, code.length).toString('latin1') === code;
  const before = isOfThisCode ? (deserialize(file.subarray(code.length)) as Remembered) : { parsed: new Map(), searches: new Map() };
  return memoryOf(before, (now) => cache.write(key, Buffer.concat([Buffer.from(code, 'latin1'), serialize(now)])));
}

function memoryOf(before: Remembered, write: (now: Remembered) => Promise<void>): CheckMemory {
  const parsed = keptValues(before.parsed);
  const searches = keptValues(before.searches);
  return {
    parsed,
    searches,
    save: async () => {
      const now = { parsed: parsed.used(), searches: searches.used() };
      if (!isSame(before.parsed, now.parsed) || !isSame(before.searches, now.searches)) await write(now);
    },
  };
}

/**
 * Returns a function that parses articles, but not a text that was parsed before.
 *
 * @param memory keeps what it parses
 */
export const rememberedParse =
  ({ parsed }: Pick<CheckMemory, 'parsed'>): ParseArticle =>
  (text) => {
    const key = cacheKey(text);
    const known = parsed.get(key);
    if (known) return known;
    const result = parseArticle(text);
    parsed.set(key, result);
    return result;
  };

const isSame = <Value>(before: ReadonlyMap<string, Value>, now: ReadonlyMap<string, Value>): boolean =>
  before.size === now.size && [...now].every(([key, value]) => before.get(key) === value);
