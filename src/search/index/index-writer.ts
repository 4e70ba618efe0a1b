/** Writes the search index with Pagefind. */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { gunzipSync, gzipSync } from 'node:zlib';
import { searchedVersion, type SearchedSymptom, type IndexedSymptom } from '../searched-symptom.ts';
import { withDecisiveWords } from '../matcher/decisive.ts';
import type { IndexFile } from './pagefind-files.ts';
import { recordsOf, type SearchRecord } from './record.ts';

/** What the browser needs of Pagefind's output; the rest is user interface that this site does not use. */
const needed = /^(pagefind\.js|pagefind-worker\.js|pagefind-entry\.json|wasm\.|pagefind\.|fragment\/|index\/)/;
/**
 * How many entries (a word on a record) make a part of the index. Each word that is looked up costs a reader one part. Pagefind's default,
 * 20,000, is for queries of a few words; with 1,000 a paste costs less than half. Pagefind reads this setting only from the environment in
 * which its service starts, and does not promise to keep it: without it the index is right, but heavier than the tests allow.
 */
const partSize = { PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE: '1000' };
/** The file that is read first. */
const entry = 'pagefind-entry.json';
/** Pagefind's script. */
const runtime = 'pagefind.js';
/** Stands in front of it, so that `pagefind.ts` sees to its downloads: by itself it passes over parts of the index that do not come. */
const fetchFromOutside = 'let fetch=(address)=>globalThis.fetch(address);export const fetchWith=(own)=>{fetch=own};\n';
/** Pagefind's mark at the start of its own compressed files. */
const mark = 'pagefind_dcd';

/**
 * Returns the files of the index of all symptoms, by their path below the index's folder.
 *
 * @param symptoms the symptoms
 */
export async function searchIndexFiles(symptoms: readonly SearchedSymptom[]): Promise<Map<string, Uint8Array>> {
  const { records, widespread } = recordsOf(symptoms);
  const byUrl = new Map(withDecisiveWords(symptoms).map((symptom) => [symptom.url, symptom]));
  const files = await filesFromPagefind(records.map((record) => ({ ...record, url: withHash(record.url, byUrl.get(record.url)) })));
  return new Map(
    files
      .filter(([name]) => needed.test(name))
      .map(([name, content]): IndexFile => {
        if (name === entry) return [name, withWords(content, widespread)];
        if (name === runtime) return [name, Buffer.concat([Buffer.from(fetchFromOutside), content])];
        return [name, name.startsWith('fragment/') ? withSymptom(content, byUrl) : content];
      }),
  );
}

/** Runs Pagefind in a worker, which has an environment of its own. */
async function filesFromPagefind(records: readonly SearchRecord[]): Promise<IndexFile[]> {
  const worker = new Worker(new URL('./pagefind-worker.ts', import.meta.url), {
    workerData: records,
    env: { ...process.env, ...partSize },
  });
  const [files] = (await once(worker, 'message')) as [IndexFile[]];
  return files;
}

/**
 * Pagefind names a fragment by a hash of the record, of which the address is a part. With the symptom's hash on it the name changes with
 * anything that the fragment holds, so files of two versions are never taken for each other.
 */
const withHash = (url: string, symptom: IndexedSymptom | undefined): string =>
  `${url}#${createHash('sha256').update(JSON.stringify(symptom)).digest('hex').slice(0, 12)}`;

/**
 * Puts the symptom into its fragment, in place of the text, which nothing shows. As metadata of the record it would be
 * searched as well.
 */
function withSymptom(content: Uint8Array, byUrl: ReadonlyMap<string, IndexedSymptom>): Uint8Array {
  const fragment = JSON.parse(gunzipSync(content).toString().slice(mark.length)) as { url: string };
  const [url = ''] = fragment.url.split('#');
  return gzipSync(mark + JSON.stringify({ ...fragment, url, content: '', meta: { symptom: byUrl.get(url) } }), { level: 9 });
}

/** Adds the widespread words and the version to the file that is read first; Pagefind passes over what it does not know. */
function withWords(content: Uint8Array, widespread: readonly string[]): Uint8Array {
  const read = JSON.parse(Buffer.from(content).toString()) as object;
  return Buffer.from(JSON.stringify({ ...read, widespread, symptoms: searchedVersion }));
}

/**
 * Writes the index of all symptoms to a folder.
 *
 * @param symptoms the symptoms
 * @param folder where to
 */
export async function writeSearchIndex(symptoms: readonly SearchedSymptom[], folder: string): Promise<void> {
  for (const [name, content] of await searchIndexFiles(symptoms)) {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, content);
  }
}
