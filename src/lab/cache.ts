/** A cache for software that labs build or install once. It is outside the repository, since it is other people's software. */
import { createHash } from 'node:crypto';
import { execFile } from 'node:child_process';
import { cp, mkdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Returns the cache folder of all labs: `~/.cache/faultbook-labs`, or the folder that `FAULTBOOK_LAB_CACHE` names. */
export const labCache = (): string => process.env['FAULTBOOK_LAB_CACHE'] ?? path.join(homedir(), '.cache', 'faultbook-labs');

/** Whether a path exists. */
export const exists = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    () => false,
  );

/**
 * Installs the npm packages that the programs of a lab use, once for each version of its `package-lock.json`.
 *
 * @param folder the folder with `package.json` and `package-lock.json`
 * @returns the folder that contains `node_modules`
 */
export async function npmPackages(folder: string): Promise<string> {
  const lock = await readFile(path.join(folder, 'package-lock.json'));
  const target = path.join(
    labCache(),
    `npm-${path.basename(path.dirname(folder))}-${createHash('sha256').update(lock).digest('hex').slice(0, 12)}`,
  );
  if (await exists(target)) return target;
  const making = `${target}.${process.pid}`;
  await mkdir(making, { recursive: true });
  for (const file of ['package.json', 'package-lock.json']) await cp(path.join(folder, file), path.join(making, file));
  await run('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: making }).catch(async (error: unknown) => {
    await rm(making, { recursive: true, force: true });
    throw new Error(`The npm packages of the lab could not be installed: ${error instanceof Error ? error.message : String(error)}`);
  });
  await rename(making, target);
  return target;
}
