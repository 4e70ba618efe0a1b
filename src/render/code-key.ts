import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheKey } from './cache.ts';

const project = fileURLToPath(new URL('../../', import.meta.url));
let key: Promise<string> | undefined;

/** Returns a key of the code that a result depends on: that of the project, its packages, and Node. It is the code that is running. */
export const codeKey = (): Promise<string> => (key ??= readCode());

async function readCode(): Promise<string> {
  const names = (await readdir(path.join(project, 'src'), { recursive: true })).filter((name) => name.endsWith('.ts')).toSorted();
  const files = [...names.map((name) => path.join('src', name)), 'astro.config.mjs', 'package-lock.json'];
  const contents = await Promise.all(files.map((file) => readFile(path.join(project, file))));
  return cacheKey(process.version, ...files, ...contents);
}
