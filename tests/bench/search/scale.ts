/** What a browser downloads from the first sight of the search to its first answer, by the size of the knowledge base. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { serveSite } from '../../../scripts/server.ts';
import type { SearchedSymptom } from '../../../src/search/searched-symptom.ts';
import { searchIndexFiles, writeSearchIndex } from '../../../src/search/index/index-writer.ts';
import { bundle, compressedSize } from './runtime-size.ts';

/** Bytes of what was downloaded, by what it is, and the answer it led to. */
export interface Download {
  symptoms: number;
  /** JavaScript: the search and Pagefind's runtime. */
  scripts: number;
  wasm: number;
  /** The entry file and the list of all records. */
  metadata: number;
  /** The parts of the index that hold the paste's words. */
  chunks: number;
  /** The symptoms that were read closely. */
  fragments: number;
  requests: number;
  answer: string;
}

type Part = 'scripts' | 'wasm' | 'metadata' | 'chunks' | 'fragments';

const partOf = (address: string): Part | undefined => {
  if (address.endsWith('.js')) return 'scripts';
  if (address.includes('/wasm.')) return 'wasm';
  if (address.includes('/fragment/')) return 'fragments';
  if (address.includes('/index/')) return 'chunks';
  return address.includes('/pagefind/') ? 'metadata' : undefined;
};

const runtime = `import { findSymptoms } from '../../../src/search/matcher/find.ts';
import { openSymptomIndex } from '../../../src/search/index/pagefind.ts';
export const answer = async (text) => {
  const folder = new URL('pagefind/', location.href).href;
  const { verdict, hits } = await findSymptoms(text, await openSymptomIndex(folder + 'pagefind.js', folder));
  return verdict + (hits[0] ? ': ' + hits[0].symptom.id : '');
};`;

/**
 * Indexes symptoms, serves the index and asks it pastes, each in a browser that has nothing in its cache.
 *
 * @param browser the browser
 * @param symptoms the symptoms
 * @param texts the pastes
 * @returns one download for each paste
 */
export async function coldDownloads(browser: Browser, symptoms: readonly SearchedSymptom[], texts: readonly string[]): Promise<Download[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'search-scale-'));
  try {
    await writeSearchIndex(await searchIndexFiles(symptoms), path.join(folder, 'pagefind'));
    await writeFile(path.join(folder, 'search.js'), await bundle(runtime));
    for (const page of ['index.html', '404.html']) await writeFile(path.join(folder, page), '<!doctype html><title>Search</title>');
    const server = await serveSite({ folder, base: '/', port: 0 });
    const downloads: Download[] = [];
    try {
      for (const text of texts) {
        const context = await browser.newContext();
        downloads.push({ symptoms: symptoms.length, ...(await ask(await context.newPage(), server.url, text)) });
        await context.close();
      }
    } finally {
      await server.close();
    }
    return downloads;
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function ask(page: Page, address: string, text: string): Promise<Omit<Download, 'symptoms'>> {
  const bodies: Promise<readonly [Part, number]>[] = [];
  await page.goto(address);
  page.on('response', (response) => {
    const part = partOf(response.url());
    if (part) bodies.push(response.body().then((body) => [part, /\.js(on)?$/.test(response.url()) ? compressedSize(body) : body.length]));
  });
  const script = `${address}search.js`;
  const answer = await page.evaluate(
    async ([from, paste]) => ((await import(from)) as { answer: (text: string) => Promise<string> }).answer(paste),
    [script, text] as const,
  );
  const sums: Record<Part, number> = { scripts: 0, wasm: 0, metadata: 0, chunks: 0, fragments: 0 };
  for (const [part, bytes] of await Promise.all(bodies)) sums[part] += bytes;
  return { ...sums, requests: bodies.length, answer };
}
