/** Pagefind as an index of symptoms: the only place that knows its interface. Runs in browsers and in Node. */
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

/** Pagefind's script, with the line that the index's writer put in front of it. */
interface Runtime {
  createInstance: (options: object) => Pagefind;
  fetchWith: (fetchFile: (url: string) => Promise<Response>) => void;
}

/**
 * The file that is read first: how many records there are, which words are no help, and the version of the symptoms. It leads to all
 * files with words and symptoms, whose names are made of what is in them, so whoever has it has an index of one version.
 */
interface IndexEntry {
  languages: Record<string, { page_count: number }>;
  widespread: string[];
  symptoms: number;
}

const entryFile = 'pagefind-entry.json';

/** Words of at most this many past pastes are remembered. */
const maxCachedQueries = 5000;

/**
 * Opens an index. Once a file of it is lost it answers nothing any more, since Pagefind passes over parts that do not come, and finds less.
 *
 * @param runtime address of Pagefind's script, which lies in the index's folder; in Node a file
 * @param folder address of the index's folder
 * @throws {SearchFailure} when something of it cannot be loaded; so do the index's own functions
 */
export async function openSymptomIndex(runtime: string, folder: string): Promise<SymptomIndex> {
  const [{ createInstance, fetchWith }, entry] = await Promise.all([loadRuntime(runtime), readEntry(folder)]);
  const unlessLost = watchDownloads(fetchWith, entry);
  // The records' URLs carry the base path already. One query takes a millisecond: a worker would only cost its download.
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
      if (!result) throw new Error(`The symptom with the key "${key}" was never looked up.`);
      const symptom = symptoms.get(key) ?? unlessLost(result.data()).then(({ meta }) => meta.symptom);
      symptoms.set(key, symptom);
      return symptom;
    },
  };
}

/**
 * Sees to Pagefind's downloads. It gets the entry that was read, since by now the host may have another. The function that is returned
 * passes on a reply of Pagefind, unless a file was lost until then.
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
    // Browsers do not say why a script did not come; one that came and is no script is cut off, or something else.
    throw new SearchFailure(error instanceof SyntaxError ? 'outdated' : 'unreachable', `${url} could not be loaded.`, error);
  });
}

async function readEntry(folder: string): Promise<IndexEntry> {
  const url = folder + entryFile;
  const entry = await download(url, (bytes) => JSON.parse(new TextDecoder().decode(bytes)) as IndexEntry);
  if (entry.symptoms === searchedVersion) return entry;
  throw new SearchFailure('outdated', `${url} is of an index for another version of this page.`);
}

/**
 * Pagefind's files as they were before they were compressed. It unpacks them itself, but does not notice for certain when something is
 * missing. Some hosts unpack them on the way.
 */
async function decompressed(bytes: ArrayBuffer): Promise<ArrayBuffer> {
  const [first, second] = new Uint8Array(bytes);
  if (first === 0x1f && second === 0x8b)
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
  if (!/^(\{|pagefind_dcd)/.test(new TextDecoder().decode(bytes.slice(0, 12)))) throw new Error('It is no file of Pagefind.');
  return bytes;
}
