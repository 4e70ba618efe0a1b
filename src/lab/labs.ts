/** All labs, by the slug of their article. */
import { glob } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { contentRoot } from '../content/root.ts';
import type { Lab } from './lab.ts';

const labFile = (slug: string) => path.resolve(contentRoot, 'articles', slug, 'lab', 'lab.ts');

/** The slugs of the articles that have a lab. */
export async function labSlugs(): Promise<string[]> {
  const files = await Array.fromAsync(glob('articles/*/lab/lab.ts', { cwd: contentRoot }));
  return files.map((file) => file.split(path.sep)[1] ?? '').toSorted();
}

/** Loads the lab of an article. */
export async function loadLab(slug: string): Promise<Lab> {
  const { lab } = (await import(pathToFileURL(labFile(slug)).href)) as { lab: Lab };
  return lab;
}
