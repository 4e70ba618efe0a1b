/** Pagefind as it is: the paste is the query, over an index made with Pagefind's defaults. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createIndex } from 'pagefind';
import { serveSite, type RunningServer } from '../../../../scripts/server.ts';
import type { Engine, SymptomRecord } from '../engine.ts';
import { downloadSize, fetchedFiles } from '../pagefind-downloads.ts';

interface Pagefind {
  options(options: Record<string, string>): Promise<void>;
  search(query: string): Promise<{ results: { data(): Promise<{ url: string }> }[] }>;
}

/** So many results are loaded and shown, as by Pagefind's own user interface. */
const shown = 5;

/**
 * Pagefind without anything around it.
 *
 * @param typical the paste for which the bytes are counted
 */
export function pagefindAsIs(typical: string): Engine {
  let folder = '';
  let server: RunningServer | undefined;
  let pagefind: Pagefind | undefined;
  let articleOf = new Map<string, string>();
  let downloaded = new Set<string>();
  const search = async (text: string) => {
    if (!pagefind) throw new Error('Build comes before search.');
    const { results } = await pagefind.search(text);
    const loaded = await Promise.all(results.slice(0, shown).map((result) => result.data()));
    return loaded.map(({ url }) => articleOf.get(url) ?? '');
  };
  return {
    name: 'Pagefind as it is',
    async build(records) {
      articleOf = new Map(records.map(({ url, article }) => [url, article]));
      folder = await mkdtemp(path.join(tmpdir(), 'pagefind-as-it-is-'));
      const runtime = await writeIndex(records, path.join(folder, 'pagefind'));
      for (const page of ['index.html', '404.html']) await writeFile(path.join(folder, page), '<!doctype html><title>Search</title>');
      server = await serveSite({ folder, base: '/', port: 0 });
      pagefind = (await import(pathToFileURL(runtime).href)) as Pagefind;
      const basePath = `${server.url}pagefind/`;
      downloaded = await fetchedFiles(async () => {
        await pagefind?.options({ baseUrl: '/', basePath });
        await search(typical);
      });
    },
    search,
    // In browsers it searches in a worker, whose script is fetched too.
    bytes: () => Promise.resolve(downloadSize(path.join(folder, 'pagefind'), [...downloaded, 'pagefind.js', 'pagefind-worker.js'])),
    async close() {
      await server?.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** Writes an index and returns the file of Pagefind's runtime in it. */
async function writeIndex(records: readonly SymptomRecord[], outputPath: string): Promise<string> {
  const { index, errors } = await createIndex();
  if (!index) throw new Error(`Pagefind makes no index: ${errors.join('; ')}`);
  for (const { url, title, text } of records) await index.addCustomRecord({ url, language: 'en', content: text, meta: { title } });
  await index.writeFiles({ outputPath });
  await index.deleteIndex();
  return path.join(outputPath, 'pagefind.js');
}
