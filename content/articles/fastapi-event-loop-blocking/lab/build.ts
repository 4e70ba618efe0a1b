/**
 * Makes the virtual environment of `newer.ts` in the cache of the labs, once: Debian's Python 3.11 with the releases that
 * `files/requirements.txt` pins. Run it with `npx node`.
 */
import { spawn } from 'node:child_process';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { exists, missingPrograms } from 'faultbook/lab';
import { newerFolder } from './newer.ts';

async function run(argv: readonly string[]): Promise<void> {
  const [program = '', ...args] = argv;
  const child = spawn(program, args, { stdio: 'inherit' });
  const code = await new Promise<number | null>((resolve, reject) => child.on('close', resolve).on('error', reject));
  if (code !== 0) throw new Error(`"${argv.join(' ')}" ended with ${code}; see its output above.`);
}

const requirements = path.join(import.meta.dirname, 'files', 'requirements.txt');

async function build(): Promise<void> {
  const missing = await missingPrograms([{ command: '/usr/bin/python3', package: 'python3-venv' }]);
  if (missing) throw new Error(missing);
  if (await exists(newerFolder)) return console.log(`${newerFolder} exists already.`);
  // Programs of a virtual environment contain its path, so it cannot be made elsewhere and moved: it is removed when a step fails.
  await mkdir(path.dirname(newerFolder), { recursive: true });
  try {
    await run(['/usr/bin/python3', '-m', 'venv', newerFolder]);
    await run([path.join(newerFolder, 'bin', 'pip'), 'install', '--quiet', '--requirement', requirements]);
  } catch (error) {
    await rm(newerFolder, { recursive: true, force: true });
    throw error;
  }
}

await build().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
