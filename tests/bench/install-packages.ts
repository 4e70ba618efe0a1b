/** Installs what a benchmark compares with, which the project itself does not need. */
import { spawnSync } from 'node:child_process';

/**
 * Installs the packages that a folder's package.json names.
 *
 * @param folder the folder
 * @throws when npm fails
 */
export function installPackages(folder: string): void {
  const { status } = spawnSync('npm', ['install', '--prefix', folder, '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`The packages of the benchmark could not be installed: "npm install" failed in ${folder}.`);
}
