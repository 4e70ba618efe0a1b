/**
 * `npx node content/articles/fastapi-event-loop-blocking/lab/build.ts`: makes the virtual environment of `newer.ts` in the cache of the labs, once,
 * with Debian's Python 3.11 and the pinned releases of `files/requirements.txt`.
 */
import { spawn } from 'node:child_process';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { exists } from '../../../../src/lab/cache.ts';
import { missingPrograms } from '../../../../src/lab/software.ts';
import { newerFolder } from './newer.ts';

async function run(argv: readonly string[]): Promise<void> {
  const [program = '', ...args] = argv;
  const child = spawn(program, args, { stdio: 'inherit' });
  const code = await new Promise<number | null>((resolve, reject) => child.on('close', resolve).on('error', reject));
  if (code !== 0) throw new Error(`"${argv.join(' ')}" ended with ${code}; what it printed stands above.`);
}

const requirements = path.join(import.meta.dirname, 'files', 'requirements.txt');
const missing = await missingPrograms([{ command: '/usr/bin/python3', package: 'python3-venv' }]);
if (missing) throw new Error(missing);
if (await exists(newerFolder)) console.log(`${newerFolder} is there already.`);
else {
  // Programs of a virtual environment name its folder, so it is made in its place, and taken away if that fails.
  await mkdir(path.dirname(newerFolder), { recursive: true });
  try {
    await run(['/usr/bin/python3', '-m', 'venv', newerFolder]);
    await run([path.join(newerFolder, 'bin', 'pip'), 'install', '--quiet', '--requirement', requirements]);
  } catch (error) {
    await rm(newerFolder, { recursive: true, force: true });
    throw error;
  }
}
