/** The script that draws diagrams inside the page of the browser. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('./in-page/', import.meta.url));

/** Returns the sources of the script, for the key of the cache. */
export async function pageScriptSources(): Promise<string[]> {
  const names = (await readdir(folder)).toSorted();
  return Promise.all(names.map((name) => readFile(path.join(folder, name), 'utf8')));
}

/** Bundles the script: it defines `drawAll`, and Mermaid must be on the page before that is called. */
export async function pageScript(): Promise<string> {
  const { build } = await import('vite'); // loaded only when a diagram is drawn
  const built = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    build: { write: false, minify: false, rolldownOptions: { input: path.join(folder, 'index.ts'), output: { format: 'iife' } } },
  });
  const [output] = [built].flat();
  const [chunk] = output && 'output' in output ? output.output : [];
  if (chunk?.type !== 'chunk') throw new Error('The script that draws diagrams could not be bundled.');
  return chunk.code;
}
