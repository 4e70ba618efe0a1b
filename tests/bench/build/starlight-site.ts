/** The text of a built site as a Starlight site: one page an article, to compare what building costs. */
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { publishedArticle, sourceFor } from '../build-peer.ts';
import { nameAndVersion, peers, type Peer } from '../peers.ts';
import type { Program } from './measured-process.ts';

const bench = path.resolve(import.meta.dirname, '..');
const [starlight] = peers.filter(({ id }) => id === 'starlight') as [Peer];

/** The name of Starlight with its version. */
export const starlightName = (): string => nameAndVersion(starlight);

/**
 * Writes the project that Starlight's guide starts with, and the articles in it. Files that are as they were are not touched.
 *
 * @param project the folder of the project
 * @param built a site that Faultbook has built; its articles as Markdown are taken, without diagrams, which Starlight does not draw
 */
export async function writeStarlightSite(project: string, built: string): Promise<void> {
  await cp(path.join(bench, 'peers', starlight.id), project, { recursive: true });
  const target = path.dirname(path.join(project, starlight.source));
  await mkdir(target, { recursive: true });
  const articles = (await readdir(path.join(built, 'articles'))).filter((file) => file.endsWith('.md'));
  for (const file of articles) {
    const source = sourceFor(starlight, publishedArticle(await readFile(path.join(built, 'articles', file), 'utf8')));
    const before = await readFile(path.join(target, file), 'utf8').catch(() => undefined);
    if (source !== before) await writeFile(path.join(target, file), source);
  }
}

/** The folder into which a project is built. */
export const starlightOutput = (project: string): string => path.join(project, 'unfinished');

/** Returns the program that builds a project. */
export const starlightBuild = (project: string): Program => ({
  command: path.join(bench, 'node_modules/.bin', starlight.command[0]),
  args: starlight.command.slice(1),
  cwd: project,
  env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
});
