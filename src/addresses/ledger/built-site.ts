/** Reads the addresses and anchors of a built site from its files. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { withManyFiles } from '../../many-files.ts';

/** The ids in a published file: all of them, and those that readers can link to. */
export interface BuiltFile {
  ids: ReadonlySet<string>;
  anchors: readonly string[];
}

/** Files that only hosts read: what tells them how to serve the site, and compressed copies of other files. */
export const readByHosts = /^(_[^/]+|nginx\.conf|Caddyfile)$|\.(gz|br)$/;

/** Files that nobody links to, or whose names change with every build. */
const unlisted: readonly RegExp[] = [
  /^_astro\//, // named by a hash of what is in them
  /^pagefind\//, // the search index, which only this build's pages read
  /^pictures\//, // whoever unfolded a link keeps a copy of its picture
  /^sitemap-\d+\.xml$/, // sitemap-index.xml names them
  /^404\.html$/, // stands in for pages that are not there
  /^offline\/(not-kept\/index\.html|\w+\.json)$/, // stands in for pages that are not kept; what is published now
  /^service-worker\.js$/, // every page knows where it is
  readByHosts,
];

const anyId = /\sid="([^"]+)"/g;
/** Matches elements of a page's content that readers can link to, such as headings and sections; not those of the frame. */
const linkable = /<(?:h[2-6]|section|li|span|div|tr|table|details)\b(?:[^>"]|"[^"]*")*?\sid="([^"]+)"/g;

/**
 * Reads what a built site publishes.
 *
 * @param folder the built site
 * @param options `unlisted`: include the files that nobody links to
 * @returns the files by address, e.g. `/symptoms/oom-killed/` or `/faults.json`, without the base path
 */
export async function readBuiltSite(folder: string, options: { unlisted?: boolean } = {}): Promise<Map<string, BuiltFile>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .filter((file) => options.unlisted || !unlisted.some((pattern) => pattern.test(file)));
  const read = async (file: string) => [addressOf(file), await readBuiltFile(path.join(folder, file))] as const;
  return new Map(await withManyFiles(files, read));
}

const addressOf = (file: string) => `/${file.replace(/(^|\/)index\.html$/, '$1')}`;

async function readBuiltFile(file: string): Promise<BuiltFile> {
  if (!file.endsWith('.html')) return { ids: new Set(), anchors: [] };
  const html = await readFile(file, 'utf8');
  const found = (pattern: RegExp, text: string) => [...text.matchAll(pattern)].map(([, id = '']) => id);
  const [content = ''] = /<main\b[\s\S]*<\/main>/.exec(html) ?? [];
  const shown = content.replace(/<template\b[\s\S]*?<\/template>/g, '');
  return { ids: new Set(found(anyId, html)), anchors: found(linkable, shown) };
}

/** Returns every address of a built site that the ledger must contain. */
export const builtAddresses = (site: ReadonlyMap<string, BuiltFile>): string[] =>
  [...site].flatMap(([address, { anchors }]) => [address, ...anchors.map((anchor) => `${address}#${anchor}`)]);
