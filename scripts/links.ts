/**
 * `npm run links -- FILE…`: checks every link to the site in alert rules, configuration, documents and exports of tickets.
 *
 *   --against SITE  the site as a built folder (`dist` unless OUT_DIR says otherwise), as a `faults.json`, or as the URL of one;
 *                   only a URL is fetched
 *   --site URL      the URL of the site in the links, when it differs from the one in `faults.json`
 *   --as FORMAT     the format of the files, when their names do not show it
 *   --json          prints one line of JSON
 *
 * Folders are read with everything in them; `-` is standard input. The exit code is 1 when a link is dead, 2 when something could not be
 * read.
 */
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { styleText } from 'node:util';
import { readBuiltSite } from '../src/addresses/ledger/built-site.ts';
import { checkLink, type LinkVerdict } from '../src/addresses/links/check-link.ts';
import { formatOf, linkFormats, linksInFile, UnreadableFile, type LinkFormat } from '../src/addresses/links/links-in-file.ts';
import { publishedSite, readFaultsFile, type PublishedSite } from '../src/addresses/links/published-site.ts';
import { countVerdicts, reportLinks, type CheckedLink } from '../src/addresses/links/link-report.ts';
import { givenPath, settings, shownPath } from '../src/settings.ts';
import { UserError } from '../src/user-error.ts';
import { readArguments, runCommand } from './run-command.ts';

const usage =
  'Give the files to read: npm run links -- FILE… [--against dist|faults.json|https://…/faults.json] [--site URL] [--as FORMAT] [--json]';
const textFiles =
  /\.(ya?ml|rules|mdx?|markdown|json|jsonl|ndjson|csv|tsv|html?|xml|txt|log|tmpl|tf|toml|ini|cfg|conf|sh|py|libsonnet|jsonnet)$/i;
/** How often to print the progress, in milliseconds. */
const progressEvery = 2000;
/** In milliseconds. */
const fetchTimeout = 30_000;

await runCommand(async () => {
  const options = {
    against: { type: 'string' },
    site: { type: 'string' },
    as: { type: 'string' },
    json: { type: 'boolean', default: false },
  } as const;
  const { values, positionals } = readArguments({ allowPositionals: true, options }, usage);
  if (positionals.length === 0) throw new UserError(usage);
  const site = {
    ...(await readSite(values.against ?? shownPath(settings.outDir))),
    ...(values.site && { home: homeOf(values.site) }),
  };
  const files = (await Promise.all(positionals.map(filesAt))).flat();
  const links = await checkFiles(files, site, readFormat(values.as));
  const { dead } = countVerdicts(links);
  process.stdout.write(
    values.json
      ? `${JSON.stringify({ site: site.home, files: files.length, counts: countVerdicts(links), links })}\n`
      : reportLinks(links, files.length, styleText),
  );
  if (dead && !process.exitCode) process.exitCode = 1;
}, 2);

function readFormat(name: string | undefined): LinkFormat | undefined {
  if (name === undefined) return undefined;
  const format = linkFormats.find((candidate) => candidate === name);
  if (!format) throw new UserError(`--as ${name} is not a known format. Accepted: ${linkFormats.join(', ')}. "text" reads any file.`);
  return format;
}

function homeOf(url: string): string {
  if (!/^https?:\/\//.test(url) || !URL.canParse(url))
    throw new UserError(`--site ${url} is not an absolute URL. Give one such as https://kb.example/kb/`);
  return new URL(url).href.replace(/\/?$/, '/');
}

/** Returns the site to check against: from a folder, a file or a URL, as the user names it. */
async function readSite(against: string): Promise<PublishedSite> {
  const isUrl = /^https?:\/\//.test(against);
  const isFolder = !isUrl && (await stat(givenPath(against)).catch(() => undefined))?.isDirectory();
  const file = isFolder ? path.join(against, 'faults.json') : against;
  const text = isUrl ? await fetched(file) : await readFile(givenPath(file), 'utf8').catch(() => undefined);
  if (text === undefined)
    throw new UserError(
      `${file} does not exist. Run "npm run build", or name a built folder or the faults.json of a published site with --against.`,
    );
  try {
    return publishedSite(
      readFaultsFile(JSON.parse(text)),
      isFolder ? await readBuiltSite(givenPath(against), { unlisted: true }) : undefined,
    );
  } catch (error) {
    throw new UserError(`${file} cannot be used: ${error instanceof Error ? error.message : String(error)}.`);
  }
}

async function fetched(url: string): Promise<string> {
  console.error(`Fetching ${url} …`);
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(fetchTimeout) });
    if (!response.ok) throw new Error(`the server answered ${response.status}`);
    return await response.text();
  } catch (error) {
    const { message, cause } = error instanceof Error ? error : new Error(String(error));
    throw new UserError(`Cannot fetch ${url}: ${cause instanceof Error ? cause.message : message}.`);
  }
}

/** Returns the file itself, or all text files in a folder, named as the user names it; without hidden files and `node_modules`. */
async function filesAt(given: string): Promise<string[]> {
  if (given === '-') return [given];
  const found = await stat(givenPath(given)).catch(() => undefined);
  if (!found) throw new UserError(`${given} does not exist.`);
  if (!found.isDirectory()) return [given];
  const folder = givenPath(given);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const hidden = /(^|[\\/])(\.[^\\/]+|node_modules)([\\/]|$)/;
  const files = entries
    .filter((entry) => entry.isFile() && textFiles.test(entry.name))
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .filter((file) => !hidden.test(file))
    .map((file) => path.join(given, file));
  if (files.length === 0) throw new UserError(`The folder ${given} has no file of a known format. Name the files themselves.`);
  return files.toSorted();
}

/** Checks the files one by one. A file that cannot be read is reported, and the others are still checked. */
async function checkFiles(files: readonly string[], site: PublishedSite, format: LinkFormat | undefined): Promise<CheckedLink[]> {
  const checked: CheckedLink[] = [];
  // Exports repeat links, and it takes long to find the nearest address to a dead one.
  const verdicts = new Map<string, LinkVerdict>();
  const verdictOf = (url: string): LinkVerdict => {
    const verdict = verdicts.get(url) ?? checkLink(url, site);
    verdicts.set(url, verdict);
    return verdict;
  };
  let next = Date.now() + progressEvery;
  for (const [at, file] of files.entries()) {
    try {
      const found = linksInFile(await textOf(file), format ?? formatOf(file), site.home);
      for (const link of found) checked.push({ file, ...link, ...verdictOf(link.url) });
    } catch (error) {
      console.error(unreadable(file, error));
      process.exitCode = 2;
    }
    if (Date.now() > next) {
      console.error(`${at + 1} of ${files.length} files`);
      next = Date.now() + progressEvery;
    }
  }
  return checked;
}

/** Returns the text of a file or of standard input, in UTF-8 or UTF-16: Excel exports UTF-16. */
async function textOf(file: string): Promise<string> {
  const bytes =
    file === '-' ? Buffer.concat(await Array.fromAsync(process.stdin as AsyncIterable<Buffer>)) : await readFile(givenPath(file));
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}

function unreadable(file: string, error: unknown): string {
  if (error instanceof UnreadableFile) {
    const { line, column } = error.place;
    return `${file}:${line}:${column}: ${error.message}. Fix it, or read it as plain text with "--as text".`;
  }
  return `${file}: ${error instanceof Error ? error.message : String(error)}`;
}
