/** Compressed copies of the files of a built site, which web servers send as they are. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import pLimit from 'p-limit';

/** Files that compression makes smaller. Pictures, typefaces and the parts of the search index are compressed already. */
const compressible = /\.(html|css|js|json|md|txt|xml|svg)$/;
/** A file below this many bytes takes one packet in any case. */
const smallest = 1000;

/**
 * The compressed forms, by the ending that nginx, Caddy and GitLab Pages look for. On built pages, Brotli saves 15 % more than gzip; its
 * quality 11 would save two more and take three times as long. Zstandard is not among them: at its best it saves less than Brotli.
 */
const forms: Record<string, (content: Buffer) => Promise<Buffer>> = {
  gz: (content) => promisify(gzip)(content, { level: constants.Z_BEST_COMPRESSION }),
  br: (content) =>
    promisify(brotliCompress)(content, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 10, [constants.BROTLI_PARAM_SIZE_HINT]: content.length },
    }),
};

/** How many files have compressed copies, and how many bytes they and each form of them have. */
export interface CompressedCopies {
  files: number;
  bytes: number;
  formBytes: Record<string, number>;
}

/**
 * Writes compressed copies beside the files of a built site, `index.html.gz` and `index.html.br` beside `index.html`.
 *
 * @param folder the built site
 */
export async function writeCompressedCopies(folder: string): Promise<CompressedCopies> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile() && compressible.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name));
  const oneOf = pLimit(2 * availableParallelism());
  const written = await Promise.all(names.map((name) => oneOf(() => writeCopiesOf(name))));
  const large = written.filter((copies) => copies !== undefined);
  const sum = (of: (copies: CopiesOfFile) => number) => large.reduce((total, copies) => total + of(copies), 0);
  return {
    files: large.length,
    bytes: sum(({ bytes }) => bytes),
    formBytes: Object.fromEntries(Object.keys(forms).map((ending) => [ending, sum(({ formBytes }) => formBytes[ending] ?? 0)])),
  };
}

type CopiesOfFile = Omit<CompressedCopies, 'files'>;

/** Writes the copies of one file, unless it is too small to need them. */
async function writeCopiesOf(name: string): Promise<CopiesOfFile | undefined> {
  const content = await readFile(name);
  if (content.length < smallest) return undefined;
  const formBytes: Record<string, number> = {};
  for (const [ending, compress] of Object.entries(forms)) {
    const compressed = await compress(content);
    await writeFile(`${name}.${ending}`, compressed);
    formBytes[ending] = compressed.length;
  }
  return { bytes: content.length, formBytes };
}
