/** Where Firefox is on this machine. */
import { existsSync } from 'node:fs';
import path from 'node:path';

/** Names under which Linux distributions install Firefox; the one of Debian first. */
const names = ['firefox-esr', 'firefox'];
/** Where macOS and Windows keep it. */
const places = ['/Applications/Firefox.app/Contents/MacOS/firefox', 'C:\\Program Files\\Mozilla Firefox\\firefox.exe'];

/** What is said in place of a run where there is no Firefox. */
export const missingFirefox =
  'Firefox is not installed, so the tests in Firefox are skipped. Install it ("apt-get install firefox-esr" on Debian), or set FAULTBOOK_FIREFOX to its path.';

/**
 * Finds Firefox: the one that FAULTBOOK_FIREFOX names, else one on the PATH, else one in a usual place.
 *
 * @param env the environment variables
 * @returns its path, or nothing where it is not installed
 * @throws when FAULTBOOK_FIREFOX names a file that does not exist: whoever sets it wants the tests to run
 */
export function findFirefox(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const named = env['FAULTBOOK_FIREFOX'];
  if (named && !existsSync(named))
    throw new Error(
      `FAULTBOOK_FIREFOX names "${named}", which does not exist. Correct it, or unset it to use the Firefox of this machine.`,
    );
  const folders = (env['PATH'] ?? '').split(path.delimiter).filter(Boolean);
  const onPath = folders.flatMap((folder) => names.map((name) => path.join(folder, name)));
  return named || [...onPath, ...places].find((candidate) => existsSync(candidate));
}
