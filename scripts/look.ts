/**
 * `npm run look`: takes screenshots of all kinds of pages and their states in the built site, in both themes and three widths, for people to
 * look at. `npm run look -- NAME…` takes only the views with these names.
 *
 * The screenshots go to `look/`, which is emptied first. OUT_DIR and BASE_PATH name the built site.
 */
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { launchBrowser } from '../src/render/browser.ts';
import { publishedAt } from '../src/content/published-at.ts';
import { readSite } from '../src/content/read-site.ts';
import { settings } from '../src/settings.ts';
import { UserError } from '../src/user-error.ts';
import { readArguments, runCommand } from './run-command.ts';
import { serveSite } from './server.ts';

type Browser = Awaited<ReturnType<typeof launchBrowser>>;
type Page = Awaited<ReturnType<Browser['newPage']>>;

/** A page in one state. */
interface View {
  /** Where it is, without the base path and the slash at its start. */
  address: string;
  /** Prepares the browser before the page is opened. */
  before?: (page: Page) => Promise<unknown>;
  /** Does what a reader would do on the page. */
  act?: (page: Page) => Promise<unknown>;
  /** Whether to take only the visible part, not the whole page. */
  screen?: boolean;
}

const article = 'articles/redis-maxmemory-oom/';
const index = '**/pagefind/**';
const known = "search/#q=OOM command not allowed when used memory > 'maxmemory'";
const openSearch = (text: string) => async (page: Page) => {
  await page.keyboard.press('/');
  await page.keyboard.insertText(text);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByRole('article').first().waitFor();
};

const views: Record<string, View> = {
  front: { address: '' },
  article: { address: article, screen: true },
  'no-typefaces': { address: article, before: (page) => page.route('**/*.woff2', (route) => route.abort()), screen: true },
  symptom: { address: 'symptoms/redis-oom-command-not-allowed/' },
  symptoms: { address: 'symptoms/' },
  technology: { address: 'technologies/redis/' },
  use: { address: 'use/' },
  missing: { address: 'no-such-page/' },
  result: { address: known },
  related: { address: 'search/#q=redis memory' },
  'no-match': { address: 'search/#q=zzqx wvvk' },
  loading: { address: known, before: (page) => page.route(index, () => undefined), screen: true },
  error: { address: known, before: (page) => page.route(index, (route) => route.abort()), screen: true },
  dialog: { address: article, act: openSearch('maxmemory'), screen: true },
  ticket: {
    address: article,
    act: (page) =>
      page
        .getByRole('button', { name: /^Copy for the ticket/ })
        .first()
        .click(),
    screen: true,
  },
  diagram: {
    address: article,
    act: (page) =>
      page
        .getByRole('button', { name: /full size/i })
        .first()
        .click(),
    screen: true,
  },
  print: { address: 'symptoms/redis-oom-command-not-allowed/', before: (page) => page.emulateMedia({ media: 'print' }) },
};

const folder = 'look';
const widths = [390, 768, 1440];
const accepted = `There are: ${Object.keys(views).join(', ')}.`;

await runCommand(async () => {
  const { positionals: only } = readArguments({ allowPositionals: true, options: {} }, `Usage: npm run look [-- VIEW…]. ${accepted}`);
  const unknown = only.filter((name) => !Object.hasOwn(views, name));
  if (unknown.length > 0) throw new UserError(`There is no view "${unknown.join('", "')}". ${accepted}`);
  const { basePath } = publishedAt((await readSite(settings.contentRoot)).site);
  const server = await serveSite({ folder: settings.outDir, base: basePath, port: 0 });
  const browser = await launchBrowser();
  try {
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    for (const [name, view] of Object.entries(views).filter(([name]) => only.length === 0 || only.includes(name))) {
      for (const width of widths)
        for (const colorScheme of ['light', 'dark'] as const) await take(name, view, { width, colorScheme, browser, site: server.url });
      console.log(`${name}: ${widths.length * 2} pictures in ${folder}/`);
    }
  } finally {
    await browser.close();
    await server.close();
  }
});

/** Where a picture is taken, and how. */
interface Shot {
  width: number;
  colorScheme: 'light' | 'dark';
  browser: Browser;
  /** Address of the site's front page. */
  site: string;
}

async function take(name: string, { address, before, act, screen }: View, shot: Shot): Promise<void> {
  const { width, colorScheme, browser, site } = shot;
  const context = await browser.newContext({ viewport: { width, height: 1000 }, colorScheme, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await before?.(page);
  await page.goto(new URL(address, site).href);
  await page.waitForTimeout(1_000); // waits for content that appears later: the answer, or the notice that it takes long
  await act?.(page);
  await page.screenshot({ path: path.join(folder, `${name}-${width}-${colorScheme}.png`), fullPage: !screen });
  await context.close();
}
