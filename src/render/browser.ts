/** The one headless browser of the project, for drawing diagrams and pictures, and for tests. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';
import { chromium, type Browser } from 'playwright';
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
/** Where macOS keeps it. */
const systemPaths = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium'];

/**
 * Finds a browser: the one that FAULTBOOK_CHROMIUM names, Playwright's own, one of the system, or the one that an
 * npm package bundles, in this order.
 *
 * Fails with a `UserError` when there is none, saying how to get one.
 */
export async function findBrowser(): Promise<BrowserLaunch> {
  const named = process.env['FAULTBOOK_CHROMIUM'];
  if (named && !existsSync(named))
    throw new UserError(`FAULTBOOK_CHROMIUM names "${named}", which does not exist. Correct it, or unset it to use the bundled browser.`);
  const found = named ?? [chromium.executablePath(), ...systemPaths, ...onPath(systemNames)].find((candidate) => existsSync(candidate));
  if (found) return { executablePath: found, args: sandboxArgs(), env: environment() };
  if (process.platform === 'linux' && process.arch === 'x64') return bundledBrowser();
  throw new UserError(
    'No browser found to draw diagrams with. Install Chromium or Chrome, or run "npx playwright install chromium", or set FAULTBOOK_CHROMIUM to its path.',
  );
}

/** Starts the browser. The caller closes it. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch(await findBrowser());
}

/** One browser serves all who need one at the same time; it closes when nobody has needed it for a while. */
const shared: { browser: Promise<Browser> | undefined; users: number; keepFor: number; closing: NodeJS.Timeout | undefined } = {
  browser: undefined,
  users: 0,
  keepFor: 0,
  closing: undefined,
};

/**
 * Keeps the browser open after use, for a server whose next drawing should not wait for a start.
 *
 * @param milliseconds how long
 */
export function keepBrowserFor(milliseconds: number): void {
  shared.keepFor = milliseconds;
}

/**
 * Lends the browser.
 *
 * @param use what to do with it
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
/** Chromium refuses its sandbox to root, which is who runs in most containers. */
const sandboxArgs = () => (process.getuid?.() === 0 ? ['--no-sandbox'] : []);
const environment = () =>
  Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined));

/** The Chromium of @sparticuz/chromium: a compressed headless shell for Linux, with the libraries it needs. */
async function bundledBrowser(): Promise<BrowserLaunch> {
  const folder = await unpackBundled();
  const executablePath = path.join(folder, 'chromium');
  const plain = environment();
  const own = { ...plain, LD_LIBRARY_PATH: [path.join(folder, 'al2023', 'lib'), plain['LD_LIBRARY_PATH']].filter(Boolean).join(':') };
  // A desktop has the shared libraries; a bare server or container needs the ones that the package brings.
  const env = (await runs(executablePath, plain)) ? plain : own;
  return { executablePath, args: [...sandboxArgs(), '--disable-gpu'], env: { ...env, FONTCONFIG_FILE: path.join(folder, fontSettings) } };
}

const runs = (file: string, env: Record<string, string>) =>
  promisify(execFile)(file, ['--version'], { env }).then(
    () => true,
    () => false,
  );

const fontSettings = 'fonts.conf';

/** A browser without any font crashes, and a bare server has none. The same fonts everywhere make the same pictures. */
const fontConfiguration = (fonts: string, folder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${path.join(fonts, 'ttf')}</dir>
  <cachedir>${path.join(folder, 'font-cache')}</cachedir>
  <alias><family>sans-serif</family><prefer><family>DejaVu Sans</family></prefer></alias>
  <alias><family>monospace</family><prefer><family>DejaVu Sans Mono</family></prefer></alias>
</fontconfig>
`;

/** A script that unpacks archives with the package that it is given. */
const inflateAll = `import { pathToFileURL } from 'node:url';
const [, chromium, ...archives] = process.argv;
const { inflate } = await import(pathToFileURL(chromium));
await Promise.all(archives.map(inflate));`;

/** Unpacks the bundled browser once; other processes see it whole or not at all. */
async function unpackBundled(): Promise<string> {
  const bin = path.resolve(path.dirname(resolve('@sparticuz/chromium')), '../bin');
  const { version } = JSON.parse(await readFile(path.join(bin, '../package.json'), 'utf8')) as { version: string };
  const folder = cacheFolder(`chromium-${cacheKey(version, fontConfiguration('', ''))}`);
  if (existsSync(folder)) return folder;
  await mkdir(path.dirname(folder), { recursive: true });
  const unpacking = await mkdtemp(`${folder}-`);
  const archives = ['chromium.br', 'al2023.tar.br'].map((file) => path.join(bin, file));
  // The package unpacks into the system's temporary folder. A process of its own has another one, and this process keeps its environment.
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', inflateAll, resolve('@sparticuz/chromium'), ...archives], {
    env: { ...environment(), TMPDIR: unpacking },
  });
  await writeFile(path.join(unpacking, fontSettings), fontConfiguration(path.dirname(resolve('dejavu-fonts-ttf/package.json')), folder));
  await rename(unpacking, folder).catch(async () => rm(unpacking, { recursive: true })); // another process was first
  return folder;
}
