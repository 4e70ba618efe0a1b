/** The fixture site before a change, so that a test can compare the build after it with a build from nothing. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** What was different, by the file of the content root. */
const before = [
  // Its own pages show the title, and so does the article that names it as related.
  { file: 'articles/worker-lost-connection/index.mdx', now: 'title: "Worker lost its connection:', then: 'title: "Worker is alone:' },
  // The article's file stays the same.
  { file: 'articles/courier-out-of-memory/captures/kernel-kill.txt', now: 'pid=31', then: 'pid=32' },
] as const;

/**
 * Undoes the change: one article has another title, and one capture another text.
 *
 * @param content the folder with the content of the fixture site
 */
export async function beforeChange(content: string): Promise<void> {
  for (const { file, now, then } of before) {
    const name = path.join(content, file);
    const text = await readFile(name, 'utf8');
    if (!text.includes(now)) throw new Error(`${name} does not have "${now}", which is to be changed.`);
    await writeFile(name, text.replace(now, then));
  }
}
