/** All labs of a content root, by the slug of their article. */
import { glob } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { labEntry, labFolder } from '../content/lab-files.ts';
import { contentRoot } from '../content/root.ts';
import { shownPath } from '../settings.ts';
import { readLabArticle } from './article.ts';
import type { Lab, Scenario } from './lab.ts';
import { LabMistake } from './mistake.ts';

/** Returns the slugs of the articles that have a lab, sorted. */
export async function labSlugs(root = contentRoot): Promise<string[]> {
  const files = await Array.fromAsync(glob(`articles/*/${labFolder}/${labEntry}`, { cwd: root }));
  return files.map((file) => file.split(path.sep)[1] ?? '').toSorted();
}

/**
 * Loads the lab of an article. Its modules are imported by their path, so a content root can be anywhere.
 *
 * Fails with a `LabMistake` when the article or the lab cannot be read.
 */
export async function loadLab(slug: string, root = contentRoot): Promise<Lab> {
  // Read before the modules are imported, so that the record has the hashes of the code that runs.
  const article = await readLabArticle(slug, root);
  const file = path.join(article.folder, labFolder, labEntry);
  const { scenarios } = await importLab(file);
  const wrong = (what: string) => new LabMistake(`${shownPath(file)} ${what}.`);
  if (!Array.isArray(scenarios) || scenarios.length === 0)
    throw wrong('exports no scenarios: write "export const scenarios: Scenario[] = […]"');
  const names = (scenarios as Scenario[]).map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw wrong(`has two scenarios named "${twice}": records are found by name, so give each scenario its own`);
  return { slug, article, scenarios: scenarios as Scenario[] };
}

async function importLab(file: string): Promise<{ scenarios?: unknown }> {
  try {
    return (await import(pathToFileURL(file).href)) as { scenarios?: unknown };
  } catch (error) {
    // The text before the stack trace: the message, and for a syntax error its place and line.
    const reason = error instanceof Error ? (error.stack ?? error.message).split(/\n {4}at /, 1)[0] : String(error);
    throw new LabMistake(`${shownPath(file)} cannot be loaded:\n${reason ?? ''}`);
  }
}
