/** Pagefind in the browser: the only place that knows its interface. */

/** A symptom that was found. */
export interface Hit {
  url: string;
  title: string;
  kind: string;
  meaning: string;
  article: string;
}

interface Pagefind {
  options(options: { baseUrl: string }): Promise<void>;
  search(query: string): Promise<{ results: { data(): Promise<{ url: string; meta: Record<string, string> }> }[] }>;
}

let loaded: Promise<Pagefind> | undefined;
let failures = 0;

/** Loads the search run-time once; a load that failed is tried again the next time. */
function load(folder: string): Promise<Pagefind> {
  loaded ??= start(folder).catch((error: unknown) => {
    loaded = undefined;
    failures++;
    throw error;
  });
  return loaded;
}

async function start(folder: string): Promise<Pagefind> {
  // Browsers remember that an import failed: another attempt needs another address.
  const attempt = failures ? `?attempt=${failures}` : '';
  const pagefind = (await import(/* @vite-ignore */ `${folder}pagefind.js${attempt}`)) as Pagefind;
  await pagefind.options({ baseUrl: '/' }); // the records' URLs carry the base path already
  return pagefind;
}

/**
 * Looks for symptoms.
 *
 * @param folder URL of the folder that holds the index
 * @param query what to look for
 * @param most how many to return at most
 * @throws when the index cannot be loaded
 */
export async function searchSymptoms(folder: string, query: string, most: number): Promise<Hit[]> {
  const pagefind = await load(folder);
  const { results } = await pagefind.search(query);
  const found = await Promise.all(results.slice(0, most).map((result) => result.data()));
  return found.map(({ url, meta }) => ({
    url,
    title: meta['title'] ?? url,
    kind: meta['kind'] ?? '',
    meaning: meta['meaning'] ?? '',
    article: meta['article'] ?? '',
  }));
}
