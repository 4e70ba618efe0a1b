/** The files of a built site that readers may keep, and the version that they make together. */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { withManyFiles } from '../many-files.ts';
import { readByHosts } from '../addresses/ledger/built-site.ts';
import { integrityOf, listText, versionOf, type SiteFile, type SiteVersion } from '../reader/offline/site-version.ts';

/** Files that only programs, hosts and other sites read. */
const notForReaders: readonly RegExp[] = [
  /^pictures\//,
  /^(faults|faults\.schema)\.json$/,
  /^(rss|opensearch|sitemap-\w+)\.xml$/,
  /^(robots|llms)\.txt$/,
  /^404\.html$/,
  readByHosts,
  /^service-worker\.js$/,
  /^offline\/\w+\.json$/,
];

/**
 * Reads the files of a built site that readers may keep, in the order of their paths.
 *
 * @param folder the built site
 */
export async function builtFiles(folder: string): Promise<SiteFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .filter((name) => !notForReaders.some((pattern) => pattern.test(name)))
    .toSorted();
  return withManyFiles(names, async (name) => {
    const content = await readFile(path.join(folder, name));
    return { path: name.replace(/(^|\/)index\.html$/, '$1'), bytes: content.length, integrity: await integrityOf(content) };
  });
}

/**
 * Writes the list of files and the version of a built site into its folder. Call it when all other files are written.
 *
 * @param folder the built site
 */
export async function writeSiteVersion(folder: string): Promise<SiteVersion> {
  const list = listText(await builtFiles(folder));
  const version = await versionOf(list);
  await mkdir(path.join(folder, 'offline'), { recursive: true });
  await writeFile(path.join(folder, 'offline', 'files.json'), list);
  await writeFile(path.join(folder, 'offline', 'version.json'), JSON.stringify(version));
  return version;
}
