/** Writes the search index with Pagefind. */
import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { createIndex } from 'pagefind';
import { searchedVersion, type SearchedSymptom, type IndexedSymptom } from '../searched-symptom.ts';
import { withDecisiveWords } from '../matcher/decisive.ts';
import { recordsOf } from './record.ts';

/** What the browser needs of Pagefind's output; the rest is user interface that this site does not use. */
const neededFiles = /^(pagefind\.js|pagefind-worker\.js|pagefind-entry\.json|wasm\.|pagefind\.|fragment\/|index\/)/;
/**
 * So many entries (a word on a record) make a part of the index. Each word that is looked up costs a reader one part, and Pagefind's
 * own 20,000 are made for queries of a few words: a small part of them makes a paste cost less than half. Pagefind's service has this setting only
 * in the environment in which it starts, and promises nothing: without it the index is right, but heavier than the tests allow.
 */
const chunkSize = { PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE: '1000' };
/** The file that is read first. */
const entryFile = 'pagefind-entry.json';
/** Pagefind's script. */
const runtimeFile = 'pagefind.js';
/** Stands in front of it, so that `pagefind.ts` sees to its downloads: by itself it passes over parts of the index that do not come. */
const fetchHook = 'let fetch=(address)=>globalThis.fetch(address);export const fetchWith=(own)=>{fetch=own};\n';
/** Pagefind's mark at the start of its own compressed files. */
const fragmentPrefix = 'pagefind_dcd';

/**
 * The files of the index of all symptoms, by their path below the index's folder.
 *
 * @param symptoms the symptoms
 */
export async function searchIndexFiles(symptoms: readonly SearchedSymptom[]): Promise<Map<string, Uint8Array>> {
  Object.assign(process.env, chunkSize);
  const { index, errors } = await createIndex({ includeCharacters: '_' });
  if (!index) throw new Error(`The search index could not be made: ${errors.join('; ')}`);
  const { records, widespread } = recordsOf(symptoms);
  const byUrl = new Map(withDecisiveWords(symptoms).map((symptom) => [symptom.url, symptom]));
  for (const record of records) {
    const added = await index.addCustomRecord({ ...record, url: withHash(record.url, byUrl.get(record.url)) });
    if (added.errors.length) throw new Error(`The symptom at ${record.url} could not be indexed: ${added.errors.join('; ')}`);
  }
  const made = await index.getFiles();
  if (made.errors.length) throw new Error(`The search index could not be made: ${made.errors.join('; ')}`);
  await index.deleteIndex();
  return new Map(
    made.files
      .filter((file) => neededFiles.test(file.path))
      .map(({ path: name, content }): [string, Uint8Array] => {
        if (name === entryFile) return [name, withWidespreadWords(content, widespread)];
        if (name === runtimeFile) return [name, Buffer.concat([Buffer.from(fetchHook), content])];
        return [name, name.startsWith('fragment/') ? withSymptom(content, byUrl) : content];
      }),
  );
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
  const fragment = JSON.parse(gunzipSync(content).toString().slice(fragmentPrefix.length)) as { url: string };
  const [url = ''] = fragment.url.split('#');
  return gzipSync(fragmentPrefix + JSON.stringify({ ...fragment, url, content: '', meta: { symptom: byUrl.get(url) } }), { level: 9 });
}

/** Adds the widespread words and the version to the file that is read first; Pagefind passes over what it does not know. */
function withWidespreadWords(content: Uint8Array, widespread: readonly string[]): Uint8Array {
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
