/** The one headless browser of the project, for drawing diagrams and pictures, and for tests. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Browser, BrowserType } from 'playwright';
import { UserError } from '../user-error.ts';
import { cacheFolder, cacheKey } from './cache.ts';

const { resolve } = createRequire(import.meta.url);

/** How to start the browser that was found. */
export interface BrowserLaunch {
  executablePath: string;
  args: string[];
  env: Record<string, string>;
}

/** Names under which Linux distributions install Chrome or Chromium. */
const systemNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
/** The paths of Chrome and Chromium on macOS. */
const systemPaths = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium'];

/**
 * Finds a browser: the one that FAULTBOOK_CHROMIUM names, Playwright's own, one of the system, or the one that an
 * npm package bundles, in this order.
 *
 * Fails with a `UserError` when there is none; the message says how to get one.
 */
export async function findBrowser(): Promise<BrowserLaunch> {
  const named = process.env['FAULTBOOK_CHROMIUM'];
  if (named && !existsSync(named))
    throw new UserError(`FAULTBOOK_CHROMIUM names "${named}", which does not exist. Correct it, or unset it to use the bundled browser.`);
  const found =
    named ?? [(await playwright()).executablePath(), ...systemPaths, ...onPath(systemNames)].find((candidate) => existsSync(candidate));
  if (found) return { executablePath: found, args: sandboxArgs(), env: environment() };
  if (process.platform === 'linux' && process.arch === 'x64') return bundledBrowser();
  throw new UserError(
    'No browser found to draw diagrams with. Install Chromium or Chrome, or run "npx playwright install chromium", or set FAULTBOOK_CHROMIUM to its path.',
  );
}

/** Playwright's Chromium. It is loaded only when a browser is needed: loading takes longer than checking a small site. */
const playwright = async (): Promise<BrowserType> => (await import('playwright')).chromium;

/** Starts the browser. The caller closes it. */
export async function launchBrowser(): Promise<Browser> {
  return (await playwright()).launch(await findBrowser());
}

/** The shared browser. All callers use it at the same time; it closes when it has not been used for a while. */
const shared: { browser: Promise<Browser> | undefined; users: number; keepFor: number; closing: NodeJS.Timeout | undefined } = {
  browser: undefined,
  users: 0,
  keepFor: 0,
  closing: undefined,
};

/**
 * Keeps the browser open after use, so that the next drawing of the development server does not wait for a start.
 *
 * @param milliseconds how long; with 0, a browser that is not in use closes now
 */
export async function keepBrowserFor(milliseconds: number): Promise<void> {
  shared.keepFor = milliseconds;
  if (milliseconds > 0) return;
  clearTimeout(shared.closing);
  await closeIdle();
}

/**
 * Runs a function with the shared browser.
 *
 * @param use the function; the browser stays open until its promise settles
 */
export async function withBrowser<Result>(use: (browser: Browser) => Promise<Result>): Promise<Result> {
  clearTimeout(shared.closing);
  shared.users++;
  shared.browser ??= launchBrowser();
  try {
    return await use(await shared.browser);
  } finally {
    shared.users--;
    if (shared.keepFor) shared.closing = setTimeout(() => void closeIdle(), shared.keepFor);
    else await closeIdle();
  }
}

async function closeIdle(): Promise<void> {
  if (shared.users > 0) return;
  const browser = shared.browser;
  shared.browser = undefined;
  await browser?.then(
    (running) => running.close(),
    () => undefined, // it never started, which whoever asked for it has been told
  );
}

const onPath = (names: readonly string[]) =>
  (process.env['PATH'] ?? '').split(path.delimiter).flatMap((folder) => names.map((name) => path.join(folder, name)));
/** Chromium's sandbox does not work for root, and most containers run as root. */
const sandboxArgs = () => (process.getuid?.() === 0 ? ['--no-sandbox'] : []);
const environment = () =>
  Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined));

/** The Chromium of @sparticuz/chromium: a compressed headless shell for Linux, with the libraries it needs. */
async function bundledBrowser(): Promise<BrowserLaunch> {
  const folder = await unpackBundled();
  const executablePath = path.join(folder, 'chromium');
  const plain = environment();
  const own = { ...plain, LD_LIBRARY_PATH: [path.join(folder, 'al2023', 'lib'), plain['LD_LIBRARY_PATH']].filter(Boolean).join(':') };
  // A desktop has the shared libraries; a minimal server or container needs those of the package.
  const env = (await runs(executablePath, plain)) ? plain : own;
  return { executablePath, args: [...sandboxArgs(), '--disable-gpu'], env: { ...env, FONTCONFIG_FILE: path.join(folder, fontSettings) } };
}

const runs = (file: string, env: Record<string, string>) =>
  promisify(execFile)(file, ['--version'], { env }).then(
    () => true,
    () => false,
  );

const fontSettings = 'fonts.conf';

/** A font configuration. Without any font, as on a minimal server, Chromium crashes; with the same fonts everywhere, pictures are the same. */
const fontConfiguration = (fonts: string, folder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${path.join(fonts, 'ttf')}</dir>
  <cachedir>${path.join(folder, 'font-cache')}</cachedir>
  <alias><family>sans-serif</family><prefer><family>DejaVu Sans</family></prefer></alias>
  <alias><family>monospace</family><prefer><family>DejaVu Sans Mono</family></prefer></alias>
</fontconfig>
`;

/** A script that unpacks archives with the package whose path is its first argument. */
const inflateAll = `import { pathToFileURL } from 'node:url';
const [, chromium, ...archives] = process.argv;
const { inflate } = await import(pathToFileURL(chromium));
await Promise.all(archives.map(inflate));`;

/** Unpacks the bundled browser once. The folder appears in one step, so that other processes never see a part of it. */
async function unpackBundled(): Promise<string> {
  const bin = path.resolve(path.dirname(resolve('@sparticuz/chromium')), '../bin');
  const { version } = JSON.parse(await readFile(path.join(bin, '../package.json'), 'utf8')) as { version: string };
  const folder = cacheFolder(`chromium-${cacheKey(version, fontConfiguration('', ''))}`);
  if (existsSync(folder)) return folder;
  await mkdir(path.dirname(folder), { recursive: true });
  const unpacking = await mkdtemp(`${folder}-`);
  const archives = ['chromium.br', 'al2023.tar.br'].map((file) => path.join(bin, file));
  // The package unpacks into the system's temporary folder. A child process gets another one, so this process need not change its environment.
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', inflateAll, resolve('@sparticuz/chromium'), ...archives], {
    env: { ...environment(), TMPDIR: unpacking },
  });
  await writeFile(path.join(unpacking, fontSettings), fontConfiguration(path.dirname(resolve('dejavu-fonts-ttf/package.json')), folder));
  await rename(unpacking, folder).catch(async () => rm(unpacking, { recursive: true })); // another process was first
  return folder;
}
