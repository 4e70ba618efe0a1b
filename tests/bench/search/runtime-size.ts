/** How large the scripts are that a browser loads to search. */
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type Rolldown } from 'vite';

/** The name of the module that stands for what is to be bundled. */
const entry = path.join(import.meta.dirname, 'bundled-entry.ts');

/**
 * Bundles a script for browsers, as small as the site's own.
 *
 * @param code a module's text; what it imports is resolved as from the folder of the benchmark
 */
export async function bundle(code: string): Promise<string> {
  const built = (await build({
    configFile: false,
    logLevel: 'error',
    plugins: [{ name: 'entry', resolveId: (id) => (id === entry ? id : undefined), load: (id) => (id === entry ? code : undefined) }],
    build: { write: false, modulePreload: false, rolldownOptions: { input: entry, preserveEntrySignatures: 'strict' } },
  })) as Rolldown.RolldownOutput;
  const [chunk] = built.output;
  return chunk.code;
}

/**
 * The bytes of a text as browsers download it.
 *
 * @param text the text
 */
export const compressedSize = (text: string | Uint8Array): number => gzipSync(text, { level: 9 }).length;

/**
 * The bytes of a script as browsers download it.
 *
 * @param code see {@link bundle}
 */
export const runtimeSize = async (code: string): Promise<number> => compressedSize(await bundle(code));
