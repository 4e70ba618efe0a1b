/**
 * `npm run links -- FILE…`: every link to the site in alert rules, configurations, documents and ticket exports that leads nowhere.
 *
 * `--against` is a built folder (`dist`), a `faults.json`, or the address of one, which is fetched then and only then. `--site` is where
 * the links say the site is, when that is not what `faults.json` says; `--as` the format, when the name does not tell it. Folders are read
 * with all that is in them; `-` is standard input. The exit code is 1 when a link is dead, 2 when something could not be read.
 */
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { styleText } from 'node:util';
import { readBuiltSite } from '../src/addresses/ledger/built-site.ts';
import { checkLink, type LinkVerdict } from '../src/addresses/links/check-link.ts';
import { formatOf, linkFormats, linksInFile, UnreadableFile, type LinkFormat } from '../src/addresses/links/links-in-file.ts';
import { publishedSite, readFaultsFile, type PublishedSite } from '../src/addresses/links/published-site.ts';
import { countVerdicts, reportLinks, type CheckedLink } from '../src/addresses/links/link-report.ts';
import { settings } from '../src/settings.ts';
import { UserError } from '../src/user-error.ts';
import { readArguments, runCommand } from './run-command.ts';

const usage =
  'Give the files to read: npm run links -- FILE… [--against dist|faults.json|https://…/faults.json] [--site URL] [--as FORMAT] [--json]';
const textFiles =
  /\.(ya?ml|rules|mdx?|markdown|json|jsonl|ndjson|csv|tsv|html?|xml|txt|log|tmpl|tf|toml|ini|cfg|conf|sh|py|libsonnet|jsonnet)$/i;
const patience = 2000;
const fetchLimit = 30_000;

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
    ...(await readSite(values.against ?? settings.outDir)),
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
  if (!format) throw new UserError(`--as ${name}: no such format. Accepted: ${linkFormats.join(', ')}; "text" takes anything.`);
  return format;
}

function homeOf(url: string): string {
  if (!/^https?:\/\//.test(url) || !URL.canParse(url))
    throw new UserError(`--site ${url}: give the whole address, e.g. https://kb.example/kb/`);
  return new URL(url).href.replace(/\/?$/, '/');
}

/** The site at a folder, file or address. */
async function readSite(against: string): Promise<PublishedSite> {
  const isUrl = /^https?:\/\//.test(against);
  const isFolder = !isUrl && (await stat(against).catch(() => undefined))?.isDirectory();
  const file = isFolder ? path.join(against, 'faults.json') : against;
  const text = isUrl ? await fetched(file) : await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined)
    throw new UserError(`${file} is not there. Run "npm run build", or say --against FOLDER, or the faults.json of a published site.`);
  try {
    return publishedSite(readFaultsFile(JSON.parse(text)), isFolder ? await readBuiltSite(against, { unlisted: true }) : undefined);
  } catch (error) {
    throw new UserError(`${file} cannot be used: ${error instanceof Error ? error.message : String(error)}.`);
  }
}

async function fetched(url: string): Promise<string> {
  console.error(`Fetching ${url} …`);
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(fetchLimit) });
    if (!response.ok) throw new Error(`the server answers ${response.status}`);
    return await response.text();
  } catch (error) {
    const { message, cause } = error instanceof Error ? error : new Error(String(error));
    throw new UserError(`${url} could not be fetched: ${cause instanceof Error ? cause.message : message}.`);
  }
}

/** A file, or all text files of a folder except what is hidden or installed. */
async function filesAt(given: string): Promise<string[]> {
  if (given === '-') return [given];
  const found = await stat(given).catch(() => undefined);
  if (!found) throw new UserError(`${given} is not there.`);
  if (!found.isDirectory()) return [given];
  const entries = await readdir(given, { recursive: true, withFileTypes: true });
  const hidden = /(^|[\\/])(\.[^\\/]+|node_modules)([\\/]|$)/;
  const files = entries
    .filter((entry) => entry.isFile() && textFiles.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !hidden.test(path.relative(given, file)));
  if (files.length === 0) throw new UserError(`${given} is a folder without a file of a known kind; name the files themselves.`);
  return files.toSorted();
}

/** Checks the files one by one; one that cannot be read is told of, and the others are read all the same. */
async function checkFiles(files: readonly string[], site: PublishedSite, format: LinkFormat | undefined): Promise<CheckedLink[]> {
  const checked: CheckedLink[] = [];
  // An export has the same link many times, and what is nearest to a dead one takes long to find.
  const verdicts = new Map<string, LinkVerdict>();
  const verdictOf = (url: string): LinkVerdict => {
    const verdict = verdicts.get(url) ?? checkLink(url, site);
    verdicts.set(url, verdict);
    return verdict;
  };
  let next = Date.now() + patience;
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
      next = Date.now() + patience;
    }
  }
  return checked;
}

/** A file or standard input as text; Excel writes exports in UTF-16. */
async function textOf(file: string): Promise<string> {
  const bytes = file === '-' ? Buffer.concat(await Array.fromAsync(process.stdin as AsyncIterable<Buffer>)) : await readFile(file);
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
