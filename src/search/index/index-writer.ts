/** Builds the search index with Pagefind, and puts into its files what `pagefind.ts` needs. */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { gunzipSync, gzipSync } from 'node:zlib';
import { withManyFiles } from '../../many-files.ts';
import { searchedVersion, type SearchedSymptom, type IndexedSymptom } from '../searched-symptom.ts';
import { withDecisiveWords } from '../matcher/decisive.ts';
import type { IndexFile } from './pagefind-files.ts';
import { recordsOf, type SearchRecord } from './record.ts';

/** The files of Pagefind's output that the search needs. The others are Pagefind's own user interface. */
const neededFiles = /^(pagefind\.js|pagefind-worker\.js|pagefind-entry\.json|wasm\.|pagefind\.|fragment\/|index\/)/;
/**
 * The number of entries in a chunk of the index; an entry is one word on one record. The browser downloads a chunk for each word that it
 * looks up. Pagefind's default of 20,000 suits queries of a few words; a paste has many, and needs less than half the bytes with this.
 *
 * Pagefind reads the setting only from the environment in which its service starts, and does not promise to keep it. Without it the index
 * still works, but the tests fail because the downloads are too large.
 */
const chunkSize = { PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE: '1000' };
/** The file that the browser loads first. It leads to all others. */
const entryFile = 'pagefind-entry.json';
/** Pagefind's script for browsers. */
const runtimeFile = 'pagefind.js';
/** A line before that script: it lets `pagefind.ts` replace `fetch`. Pagefind alone ignores failed downloads and then finds too little. */
const fetchHook = 'let fetch=(address)=>globalThis.fetch(address);export const fetchWith=(own)=>{fetch=own};\n';
/** The first bytes of every file that Pagefind compresses. */
const fragmentPrefix = 'pagefind_dcd';

/**
 * Builds the index and returns its files, by their path inside the index's folder.
 *
 * @param symptoms the symptoms to index
 * @throws when Pagefind reports an error
 */
export async function searchIndexFiles(symptoms: readonly SearchedSymptom[]): Promise<Map<string, Uint8Array>> {
  const { records, widespread } = recordsOf(symptoms);
  const byUrl = new Map(withDecisiveWords(symptoms).map((symptom) => [symptom.url, symptom]));
  const files = await filesFromPagefind(records.map((record) => ({ ...record, url: withHash(record.url, byUrl.get(record.url)) })));
  return new Map(
    files
      .filter(([name]) => neededFiles.test(name))
      .map(([name, content]): IndexFile => {
        if (name === entryFile) return [name, withWidespreadWords(content, widespread)];
        if (name === runtimeFile) return [name, Buffer.concat([Buffer.from(fetchHook), content])];
        return [name, name.startsWith('fragment/') ? withSymptom(content, byUrl) : content];
      }),
  );
}

/** Runs Pagefind in a worker, which has an environment of its own. */
async function filesFromPagefind(records: readonly SearchRecord[]): Promise<IndexFile[]> {
  const worker = new Worker(new URL('./pagefind-worker.ts', import.meta.url), {
    workerData: records,
    env: { ...process.env, ...chunkSize },
  });
  const [files] = (await once(worker, 'message')) as [IndexFile[]];
  return files;
}

/**
 * Returns the URL of a record with a hash of its symptom as the fragment.
 *
 * Pagefind names the record's file by a hash of the record, which includes this URL. So the name changes with everything in the file,
 * and a browser never mixes the files of two versions.
 */
const withHash = (url: string, symptom: IndexedSymptom | undefined): string =>
  `${url}#${createHash('sha256').update(JSON.stringify(symptom)).digest('hex').slice(0, 12)}`;

/**
 * Replaces the text in a record's file by the symptom. Nothing shows that text, and Pagefind would search the symptom if it stood in the
 * record's metadata.
 */
function withSymptom(content: Uint8Array, byUrl: ReadonlyMap<string, IndexedSymptom>): Uint8Array {
  const fragment = JSON.parse(gunzipSync(content).toString().slice(fragmentPrefix.length)) as { url: string };
  const [url = ''] = fragment.url.split('#');
  return gzipSync(fragmentPrefix + JSON.stringify({ ...fragment, url, content: '', meta: { symptom: byUrl.get(url) } }), { level: 9 });
}

/** Adds the widespread words and the version to the entry file. Pagefind ignores fields that it does not know. */
function withWidespreadWords(content: Uint8Array, widespread: readonly string[]): Uint8Array {
  const read = JSON.parse(Buffer.from(content).toString()) as object;
  return Buffer.from(JSON.stringify({ ...read, widespread, symptoms: searchedVersion }));
}

/**
 * Writes an index to a folder, which is created when it does not exist.
 *
 * @param index its files, see {@link searchIndexFiles}
 * @param folder where to
 */
export async function writeSearchIndex(index: ReadonlyMap<string, Uint8Array>, folder: string): Promise<void> {
  const files = Array.from(index, ([name, content]) => ({ file: path.join(folder, name), content }));
  for (const parent of new Set(files.map(({ file }) => path.dirname(file)))) await mkdir(parent, { recursive: true });
  await withManyFiles(files, ({ file, content }) => writeFile(file, content));
}
