/** All labs, by the slug of their article. */
import { readdir } from 'node:fs/promises';
import type { Lab } from './lab.ts';

/** The slugs of the articles that have a lab. */
export async function labSlugs(): Promise<string[]> {
  const entries = await readdir(import.meta.dirname, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .toSorted();
}

/** Loads the lab of an article. */
export async function loadLab(slug: string): Promise<Lab> {
  const { lab } = (await import(`./${slug}/lab.ts`)) as { lab: Lab };
  return lab;
}
