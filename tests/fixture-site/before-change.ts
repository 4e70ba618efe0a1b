/** The fixture site before a change, so that a test can compare the build after it with a build from nothing. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * Gives one article another title. Its own pages show the title, and so does the article that names it as related.
 *
 * @param content the folder with the content of the fixture site
 */
export async function beforeChange(content: string): Promise<void> {
  const file = path.join(content, 'articles/worker-lost-connection/index.mdx');
  const text = await readFile(file, 'utf8');
  const before = text.replace('title: "Worker lost its connection:', 'title: "Worker is alone:');
  if (before === text) throw new Error(`${file} does not have the title that is to be changed.`);
  await writeFile(file, before);
}
