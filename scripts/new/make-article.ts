/** Makes the skeleton of an article: a draft that is filled, true and green, about an example that its author replaces. */
import { existsSync } from 'node:fs';
import { cp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Content } from '../../src/content/read-content.ts';
import { shownPath } from '../../src/settings.ts';
import { UserError } from '../../src/user-error.ts';

const skeleton = path.join(import.meta.dirname, 'skeleton');
/** The files of the skeleton in which `@slug@` and the like stand for what an article says. */
const filledIn = ['index.mdx', path.join('lab', 'lab.ts')];

/**
 * Writes the skeleton of an article.
 *
 * Fails with a `UserError` when the article exists, or the content root has no technology.
 *
 * @param root the content root
 * @param slug the article's slug
 * @param content what the content root has
 * @param today the day of publication, `YYYY-MM-DD`
 * @returns the folder of the article
 */
export async function makeArticle(root: string, slug: string, content: Content, today: string): Promise<string> {
  const folder = path.join(root, 'articles', slug);
  if (existsSync(folder)) throw new UserError(`${shownPath(folder)} exists already. Choose another slug, or edit what is there.`);
  const technology = technologyOf(slug, [...content.technologies.keys()]);
  if (technology === undefined)
    throw new UserError(
      `${shownPath(path.join(root, 'technologies.yaml'))} has no technology, and every article needs one. Add a line such as "- { id: redis, name: Redis, colour: red }".`,
    );
  const words = { slug, technology, today, node: process.versions.node };
  await cp(skeleton, folder, { recursive: true });
  for (const name of filledIn) {
    const file = path.join(folder, name);
    await writeFile(file, filled(await readFile(file, 'utf8'), words));
  }
  return folder;
}

/** Returns the technology with whose name a slug begins, also if shortened as in `postgres` for PostgreSQL; otherwise the first one. */
const technologyOf = (slug: string, technologies: readonly string[]): string | undefined => {
  const first = slug.split('-', 1)[0] ?? '';
  return technologies.find((id) => id === first || (first.length > 3 && id.startsWith(first))) ?? technologies[0];
};

const filled = (text: string, words: Readonly<Record<string, string>>): string =>
  Object.entries(words).reduce((current, [word, value]) => current.replaceAll(`@${word}@`, () => value), text);
