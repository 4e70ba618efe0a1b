/** An index of symptoms in Pagefind's files. Only this module knows Pagefind's browser interface. Runs in browsers and in Node. */
import { download } from './download.ts';
import { SearchFailure } from '../failure.ts';
import { searchedVersion, type IndexedSymptom } from '../searched-symptom.ts';
import { withTimeout } from './timeout.ts';
import type { SymptomIndex } from '../matcher/symptom-index.ts';

interface PagefindResult {
  id: string;
  data(): Promise<{ meta: { symptom: IndexedSymptom } }>;
}

interface Pagefind {
  init(): Promise<void>;
  search(query: string): Promise<{ results: PagefindResult[] }>;
}

/** Pagefind's script, with the line that `index-writer.ts` puts before it. */
interface Runtime {
  createInstance: (options: object) => Pagefind;
  fetchWith: (fetchFile: (url: string) => Promise<Response>) => void;
}

/**
 * The file that is loaded first: the number of records, the widespread words, and the version of the symptoms. It names all other files
 * of the index by hashes of their content. So a page that loads it once never mixes two versions of the index.
 */
interface IndexEntry {
  languages: Record<string, { page_count: number }>;
  widespread: string[];
  symptoms: number;
}

const entryFile = 'pagefind-entry.json';

/** How many results of `lookUp` are cached. When there are more, the cache is cleared. */
const maxCachedQueries = 5000;

/**
 * Opens an index. After one failed download every later call fails too: Pagefind ignores missing chunks and would find too little.
 *
 * @param runtime URL of Pagefind's script in the index's folder; in Node a `file:` URL
 * @param folder URL of the index's folder, with a slash at its end
 * @throws {SearchFailure} when a file cannot be loaded; `lookUp` and `symptom` of the index throw it as well
 */
export async function openSymptomIndex(runtime: string, folder: string): Promise<SymptomIndex> {
  const [{ createInstance, fetchWith }, entry] = await Promise.all([loadRuntime(runtime), readEntry(folder)]);
  const unlessLost = watchDownloads(fetchWith, entry);
  // The records' URLs include the base path already. A query takes a millisecond, so Pagefind's own worker would only add a download.
  const pagefind = createInstance({ baseUrl: '/', basePath: folder, noWorker: true });
  await pagefind.init();
  const resultsByQuery = new Map<string, Promise<PagefindResult[]>>();
  const results = new Map<string, PagefindResult>();
  const symptoms = new Map<string, Promise<IndexedSymptom>>();

  const search = (query: string) => {
    if (resultsByQuery.size > maxCachedQueries) resultsByQuery.clear();
    const searched = resultsByQuery.get(query) ?? unlessLost(pagefind.search(query)).then(({ results }) => results);
    resultsByQuery.set(query, searched);
    return searched;
  };
  return {
    size: Object.values(entry.languages).reduce((sum, { page_count }) => sum + page_count, 0),
    widespread: new Set(entry.widespread),
    async lookUp(word, how) {
      const searched = await search(how === 'whole' ? `"${word}"` : word);
      for (const result of searched) results.set(result.id, result);
      return searched.map(({ id }) => id);
    },
    symptom(key) {
      const result = results.get(key);
      if (!result) throw new Error(`No lookUp has returned the key "${key}".`);
      const symptom = symptoms.get(key) ?? unlessLost(result.data()).then(({ meta }) => meta.symptom);
      symptoms.set(key, symptom);
      return symptom;
    },
  };
}

/**
 * Makes Pagefind download its files through `download`. For the entry file it gets the one that is loaded already, since the host may
 * have a newer one by now.
 *
 * @returns a function that waits for a reply of Pagefind, and throws if a download has failed by then
 */
function watchDownloads(fetchWith: Runtime['fetchWith'], entry: IndexEntry): <T>(reply: Promise<T>) => Promise<T> {
  let lost: SearchFailure | undefined;
  fetchWith(async (url) => {
    if (url.includes(`/${entryFile}`)) return Response.json(entry);
    try {
      return new Response(await download(url, decompressed));
    } catch (error) {
      if (error instanceof SearchFailure) lost ??= error;
      throw error;
    }
  });
  return async (reply) => {
    try {
      const value = await reply;
      if (!lost) return value;
    } catch (error) {
      lost ??= new SearchFailure('outdated', 'Pagefind cannot read its index.', error);
    }
    throw lost;
  };
}

async function loadRuntime(url: string): Promise<Runtime> {
  const module = import(/* @vite-ignore */ url) as Promise<Runtime>;
  return withTimeout(module, url).catch((error: unknown) => {
    if (error instanceof SearchFailure) throw error;
    // Browsers do not say why a script failed to load. A SyntaxError means that it loaded, but is incomplete or not a script.
    throw new SearchFailure(error instanceof SyntaxError ? 'outdated' : 'unreachable', `${url} could not be loaded.`, error);
  });
}

async function readEntry(folder: string): Promise<IndexEntry> {
  const url = folder + entryFile;
  const entry = await download(url, (bytes) => JSON.parse(new TextDecoder().decode(bytes)) as IndexEntry);
  if (entry.symptoms === searchedVersion) return entry;
  throw new SearchFailure('outdated', `${url} belongs to an index of another version than this page.`);
}

/**
 * Decompresses a file of the index. Pagefind could do so itself, but does not always notice that the end of a file is missing.
 * Some hosts send the file decompressed already; it is then returned as it is.
 *
 * @throws when the file is incomplete, or not one of Pagefind's
 */
async function decompressed(bytes: ArrayBuffer): Promise<ArrayBuffer> {
  const [first, second] = new Uint8Array(bytes);
  if (first === 0x1f && second === 0x8b)
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
  if (!/^(\{|pagefind_dcd)/.test(new TextDecoder().decode(bytes.slice(0, 12)))) throw new Error('This is not a Pagefind file.');
  return bytes;
}
