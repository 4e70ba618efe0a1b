/**
 * `npm run search -- "text"` and `npm run search < app.log`: answers a paste from the content as it is now, drafts too.
 *
 *   --json        prints the answer as one line of JSON
 *   --cases FILE  answers each case of a .jsonl file in a real browser, as readers get it, and prints a line of JSON for each
 *
 * CONTENT_ROOT names the content. Cases are answered by the built site, which OUT_DIR and BASE_PATH name; without one, it is built first.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { permalinksFor } from '../src/addresses/permalinks.ts';
import { siteContent } from '../src/content/index.ts';
import { publishedAt } from '../src/content/published-at.ts';
import { readContent } from '../src/content/read-content.ts';
import { readSite } from '../src/content/read-site.ts';
import { existingContentRoot } from '../src/content/root.ts';
import { fixKinds, risks, severities } from '../src/model/vocabulary.ts';
import { faultsFile } from '../src/published/faults-file.ts';
import { launchBrowser } from '../src/render/browser.ts';
import { toReport, type AnswerReport } from '../src/search/answer-report.ts';
import { memoryIndex, type MemoryIndex } from '../src/search/index/memory-index.ts';
import { findSymptoms, type Answer } from '../src/search/matcher/find.ts';
import { searchedSymptoms, type IndexedSymptom } from '../src/search/searched-symptom.ts';
import { givenPath, settings, shownPath } from '../src/settings.ts';
import { UserError } from '../src/user-error.ts';
import { readArguments, runCommand } from './run-command.ts';
import { serveSite } from './server.ts';

/** A case: a paste with an id. Its other fields are for programs that evaluate the answers. */
interface Case {
  id: string;
  text: string;
}

const usage = 'Give a text, a log on standard input, or --cases FILE. Example: npm run search -- "OOM command not allowed"';

await runCommand(async () => {
  const { values, positionals } = readArguments(
    { allowPositionals: true, options: { cases: { type: 'string' }, json: { type: 'boolean', default: false } } },
    usage,
  );
  const cases = values.cases === undefined ? undefined : await readCases(values.cases);
  const text = cases ? '' : positionals.join(' ') || (await standardInput());
  await (cases ? answerCases(cases) : answerOne(text, values.json));
});

function buildIfMissing(): void {
  if (existsSync(`${settings.outDir}/pagefind/pagefind-entry.json`)) return;
  console.error(`There is no built site in ${shownPath(settings.outDir)}. Building it first …`);
  const { status } = spawnSync('astro', ['build'], { stdio: ['ignore', 2, 2], env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' } });
  if (status !== 0) throw new UserError('The build failed. Its messages are above.');
}

async function standardInput(): Promise<string> {
  if (process.stdin.isTTY) throw new UserError(usage);
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

async function answerOne(text: string, json: boolean): Promise<void> {
  if (!text.trim()) throw new UserError(usage);
  const index = await contentIndex();
  const started = performance.now();
  const answer = await findSymptoms(text, index);
  const ms = performance.now() - started;
  console.log(json ? JSON.stringify({ ...toReport(answer), ms: rounded(ms) }) : asText(answer));
}

/** Returns the index of the content root. It finds what the built site finds (a test). */
async function contentIndex(): Promise<MemoryIndex<IndexedSymptom>> {
  const content = await readContent(existingContentRoot());
  const { siteUrl, basePath } = publishedAt(content.site.site);
  const site = siteContent(content);
  const published = new Set(site.articles.map(({ slug }) => slug));
  const wrong = content.articles.filter(({ slug }) => !published.has(slug)).map(({ file }) => file);
  if (wrong.length) console.error(`Left out, because of errors in them:\n  ${wrong.join('\n  ')}\n"npm run check" shows the errors.`);
  return memoryIndex(searchedSymptoms(faultsFile(site, permalinksFor(basePath, siteUrl))));
}

function rounded(ms: number): number {
  return Math.round(ms * 100) / 100;
}

function asText({ verdict, hits }: Answer): string {
  const [best, ...others] = hits;
  if (!best) return 'No match: no symptom contains these words.';
  return [verdict === 'match' ? matchAsText(best.symptom) : hitAsText(best), ...others.map(hitAsText)].join('\n');
}

function hitAsText({ symptom, verdict }: Answer['hits'][number]): string {
  return `${verdict === 'match' ? 'Match' : 'Related'}: ${symptom.title}\n  ${symptom.url}`;
}

/** Returns a match as the page shows it: meaning, cost, the command that confirms it with its readings, the first fix. */
function matchAsText({ title, meaning, severity, impact, url, check, fixes }: IndexedSymptom): string {
  const [fix] = fixes;
  return [
    `Match: ${title}`,
    `  ${meaning}`,
    `  ${severities[severity].label}: ${impact}`,
    `  ${url}`,
    `  Confirm it: ${check.title}${indented(check.command)}`,
    ...check.readings.map(readingAsText),
    ...(fix
      ? [
          `  ${fixKinds[fix.kind].label}: ${fix.title} (${fix.effect ?? risks[fix.risk].label.toLowerCase()}; works ${fix.takesEffect})${indented(fix.command)}`,
        ]
      : []),
  ].join('\n');
}

function readingAsText({ shows, is, means, do: step }: IndexedSymptom['check']['readings'][number]): string {
  const meaning = [is?.title, means].filter((part) => part !== undefined).join(': ');
  return `    ${shows} → ${meaning}${step ? ` → ${step.title}` : ''}`;
}

function indented(command: string | undefined): string {
  return command ? `\n${command.replace(/^/gm, '    ')}` : '';
}

async function answerCases(cases: readonly Case[]): Promise<void> {
  buildIfMissing();
  const { basePath } = publishedAt((await readSite(settings.contentRoot)).site);
  const server = await serveSite({ folder: settings.outDir, base: basePath, port: 0 });
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    await page.goto(new URL('search/', server.url).href);
    await page.evaluate(() => customElements.whenDefined('search-results').then(() => undefined));
    const shown = { next: Date.now() + 2000 };
    for (const [at, { id, text }] of cases.entries()) {
      const report = await page.evaluate(answerInPage, text);
      console.log(JSON.stringify({ id, ...report, ms: rounded(report.ms) }));
      if (Date.now() > shown.next) {
        console.error(`${at + 1} of ${cases.length} cases`);
        shown.next = Date.now() + 2000;
      }
    }
  } finally {
    await browser.close();
    await server.close();
  }
}

/** Runs in the page, and returns the answer of the page's own search. */
async function answerInPage(text: string): Promise<AnswerReport & { ms: number }> {
  const search = document.querySelector('search-results');
  if (!search) throw new Error('The page has no search.');
  const started = performance.now();
  const report = await search.report(text);
  return { ...report, ms: performance.now() - started };
}

async function readCases(file: string): Promise<Case[]> {
  const named = givenPath(file);
  if (!statSync(named, { throwIfNoEntry: false })?.isFile())
    throw new UserError(`--cases ${file}: no such file. Give a file with a JSON object a line, each with "id" and "text".`);
  const text = await readFile(named, 'utf8');
  return text.split('\n').flatMap((line, at): Case[] => {
    if (!line.trim()) return [];
    const value = parsed(line);
    if (typeof value === 'object' && value !== null && 'id' in value && 'text' in value && typeof value.text === 'string')
      return [{ id: String(value.id), text: value.text }];
    throw new UserError(`${file}:${at + 1}: this line is not a case. Each line must be a JSON object with "id" and "text".`);
  });
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
