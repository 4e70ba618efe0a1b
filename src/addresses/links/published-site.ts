/** The site that links are checked against: its pages with their anchors, and its former addresses. */
import { z } from 'zod';
import { permalinksFor } from '../permalinks.ts';
import { splitAddress } from '../ledger/ledger.ts';
import { faultsFileSchema, faultsVersion, type FaultsFile } from '../../model/faults-file.ts';

/** A published site. Addresses have no base path, as in the ledger: `/articles/redis-oom/#raise-it`. */
export interface PublishedSite {
  /** The absolute URL of the front page. */
  home: string;
  /** The anchors by the path of each page or file; undefined when they are not known. */
  pages: ReadonlyMap<string, ReadonlySet<string> | undefined>;
  /** The present address for each former one. */
  former: ReadonlyMap<string, string>;
}

const readable = faultsFileSchema.pick({ site: true, pages: true, former: true, faults: true });

/**
 * Validates the content of a `faults.json`.
 *
 * @param data the parsed JSON
 * @throws {Error} when it is not a `faults.json` of this version; the message continues a sentence about the file
 */
export function readFaultsFile(data: unknown): Pick<FaultsFile, 'site' | 'pages' | 'former' | 'faults'> {
  const version = z.object({ version: z.int() }).safeParse(data).data?.version;
  if (version === undefined) throw new Error('it is no faults.json: it has no "version"');
  if (version !== faultsVersion)
    throw new Error(
      `it has version ${version} of faults.json, and this command reads version ${faultsVersion}: use the command that comes with that site`,
    );
  const read = readable.safeParse(data);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new Error(`it does not fit the schema of faults.json at "${issue?.path.join('.') ?? ''}": ${issue?.message ?? ''}`);
}

/**
 * Returns the site that a `faults.json` describes.
 *
 * @param file the file
 * @param built the anchors of every built file by its address, if the built site is available; they take precedence over those in the file
 */
export function publishedSite(
  { site, pages, former, faults }: Pick<FaultsFile, 'site' | 'pages' | 'former' | 'faults'>,
  built?: ReadonlyMap<string, { ids: ReadonlySet<string> }>,
): PublishedSite {
  const pathOf = (url: string) => url.slice(site.length - 1);
  const documents = faults.flatMap(({ id, aliases, article }) => [
    ...[id, ...aliases].map((name) => local.symptomMarkdown(name)),
    ...[article.slug, ...article.aliases].map((name) => local.articleMarkdown(name)),
  ]);
  const listed = [
    ...pages.map(({ url, anchors }) => [pathOf(url), anchors && new Set(anchors)] as const),
    ...documents.map((document) => [document, undefined] as const),
  ];
  const files = built && [...built].map(([address, { ids }]) => [address, isPage(address) ? ids : undefined] as const);
  return { home: site, pages: new Map(files ?? listed), former: new Map(former.map(({ from, to }) => [pathOf(from), pathOf(to)])) };
}

const local = permalinksFor('/');

/** Whether an address is a page: other files have no anchors. */
export const isPage = (address: string): boolean => /(\/|\.html)$/.test(splitAddress(address).path);
