/**
 * `npm run look -- <slug or path> …`: takes pictures of pages in both themes and three widths, as they are now, for people to look at. It
 * needs no build, and shows drafts too.
 *
 * `npm run look` takes pictures of all kinds of pages and their states in the built site; `npm run look -- VIEW …` of the named ones.
 *
 * The pictures go to `look/`, which is emptied first; `--to FOLDER` names another folder, which is not. CONTENT_ROOT names the content,
 * OUT_DIR and BASE_PATH the built site.
 */
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Browser } from 'playwright';
import { reportIssues } from '../src/check/issue-report.ts';
import { publishedAt } from '../src/content/published-at.ts';
import { readContent, type Content } from '../src/content/read-content.ts';
import { existingContentRoot } from '../src/content/root.ts';
import { launchBrowser } from '../src/render/browser.ts';
import { givenPath, settings, shownPath } from '../src/settings.ts';
import { UserError } from '../src/user-error.ts';
import { pageFinder } from './look/pages.ts';
import { serveSource, type Site } from './look/serve-source.ts';
import { viewNames, viewsOf, type View } from './look/views.ts';
import { readArguments, runCommand } from './run-command.ts';
import { serveSite } from './server.ts';

const usage = 'Usage: npm run look [-- SLUG, PATH or VIEW …] [--to FOLDER]';
const widths = [390, 768, 1440];
const themes = ['light', 'dark'] as const;
const isView = (name: string) => viewNames.includes(name);

await runCommand(async () => {
  const { values, positionals: names } = readArguments({ allowPositionals: true, options: { to: { type: 'string' } } }, usage);
  const content = await readContent(existingContentRoot());
  requireReadable(content);
  const { basePath } = publishedAt(content.site.site);
  const [viewed, named] = names.length ? [names.filter(isView), names.filter((name) => !isView(name))] : [viewNames, []];
  const views = viewsOf(viewed, content);
  const pages = named.map(pageFinder(content, basePath, viewNames));
  const browser = await launchBrowser();
  try {
    const folder = await emptyFolder(values.to);
    if (pages.length)
      await withSite(serveSource(basePath), async ({ url }) => {
        for (const { name, address } of pages) await takeAll(name, { address: address.slice(1) }, { browser, folder, site: url });
      });
    if (views.length)
      await withSite(serveSite({ folder: settings.outDir, base: basePath, port: 0 }), async ({ url }) => {
        for (const [name, view] of views) await takeAll(name, view, { browser, folder, site: url });
      });
  } finally {
    await browser.close();
  }
});

/** Fails when the text of an article cannot be parsed: no page is rendered then. */
function requireReadable({ articles, issues }: Content): void {
  const unreadable = new Set(articles.filter(({ readable }) => !readable).map(({ file }) => file));
  if (unreadable.size) throw new UserError(reportIssues(issues.filter(({ file }) => unreadable.has(file))));
}

/** Makes the folder for the pictures. Only the default one is emptied: another may hold something else. */
async function emptyFolder(named: string | undefined): Promise<string> {
  const folder = named === undefined ? path.resolve('look') : givenPath(named);
  if (named === undefined) await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  return folder;
}

async function withSite(starting: Promise<Site>, look: (site: Site) => Promise<void>): Promise<void> {
  const site = await starting;
  try {
    await look(site);
  } finally {
    await site.close();
  }
}

/** Where pictures are taken. */
interface Place {
  browser: Browser;
  /** The folder that the pictures go to. */
  folder: string;
  /** URL of the site's front page. */
  site: string;
}

async function takeAll(name: string, view: View, place: Place): Promise<void> {
  const screens = widths.flatMap((width) => themes.map((theme) => ({ width, theme })));
  await Promise.all(screens.map((screen) => take(name, view, { ...place, ...screen })));
  console.log(`${name}: ${screens.length} pictures in ${shownPath(place.folder)}/`);
}

/** Takes one picture. */
async function take(
  name: string,
  { address, before, act, screen, notFound = false }: View,
  { browser, folder, site, width, theme }: Place & { width: number; theme: (typeof themes)[number] },
): Promise<void> {
  const context = await browser.newContext({ viewport: { width, height: 1000 }, colorScheme: theme, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await before?.(page);
  const response = await page.goto(new URL(address, site).href);
  if (response?.ok() === notFound) throw new UserError(`${name} could not be shown. "npm run check" says what is wrong.`);
  await page.waitForTimeout(1_000); // waits for content that appears later: the answer, or the notice that it takes long
  await act?.(page);
  await page.screenshot({ path: path.join(folder, `${name}-${width}-${theme}.png`), fullPage: !screen });
  await context.close();
}
