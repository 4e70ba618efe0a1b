/** Pagefind as an index of symptoms: the only place that knows its interface. Runs in browsers and in Node. */
import type { IndexedFault } from './fault.ts';
import type { FaultIndex } from './matcher/find.ts';

interface PagefindResult {
  id: string;
  data(): Promise<{ meta: { fault: IndexedFault } }>;
}

interface Pagefind {
  init(): Promise<void>;
  search(query: string): Promise<{ results: PagefindResult[] }>;
}

/** Words of at most this many past pastes are remembered. */
const mostRemembered = 5000;

/**
 * Opens an index.
 *
 * @param runtime address of Pagefind's script, which lies in the index's folder; in Node a file
 * @param folder address of the index's folder
 * @throws when something of it cannot be loaded
 */
export async function openFaultIndex(runtime: string, folder: string): Promise<FaultIndex> {
  const { createInstance } = (await import(/* @vite-ignore */ runtime)) as { createInstance: (options: object) => Pagefind };
  // The records' URLs carry the base path already. One query takes a millisecond: a worker would only cost its download.
  const pagefind = createInstance({ baseUrl: '/', basePath: folder, noWorker: true });
  await pagefind.init();
  const { size, widespread } = await readEntry(folder);
  const found = new Map<string, Promise<PagefindResult[]>>();
  const results = new Map<string, PagefindResult>();
  const faults = new Map<string, Promise<IndexedFault>>();

  const search = (query: string) => {
    if (found.size > mostRemembered) found.clear();
    const searched = found.get(query) ?? pagefind.search(query).then(({ results }) => results);
    found.set(query, searched);
    return searched;
  };
  return {
    size,
    widespread,
    async lookUp(word, how) {
      const searched = await search(how === 'whole' ? `"${word}"` : word);
      for (const result of searched) results.set(result.id, result);
      return searched.map(({ id }) => id);
    },
    fault(key) {
      const result = results.get(key);
      if (!result) throw new Error(`The symptom with the key "${key}" was never looked up.`);
      const fault = faults.get(key) ?? result.data().then(({ meta }) => meta.fault);
      faults.set(key, fault);
      return fault;
    },
  };
}

async function readEntry(folder: string): Promise<{ size: number; widespread: ReadonlySet<string> }> {
  const response = await fetch(`${folder}pagefind-entry.json`);
  if (!response.ok) throw new Error(`The search index answered with status ${response.status}.`);
  const { languages, widespread } = (await response.json()) as { languages: Record<string, { page_count: number }>; widespread: string[] };
  return { size: Object.values(languages).reduce((sum, { page_count }) => sum + page_count, 0), widespread: new Set(widespread) };
}
