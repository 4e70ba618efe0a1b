/**
 * `npm run ledger`: builds the site and adds all addresses that it publishes to the ledger. It never removes an address.
 * `npm run ledger -- --check` reads the site that is already built, and fails when an address is missing in the ledger.
 */
import { spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ledgerFile } from '../src/addresses/ledger/check-ledger.ts';
import { contentRoot } from '../src/content/root.ts';
import { builtAddresses, readBuiltSite } from '../src/addresses/ledger/built-site.ts';
import { recordAddresses } from '../src/addresses/ledger/ledger.ts';

const checking = process.argv.includes('--check');
const folder = process.env['OUT_DIR'] ?? 'dist';
const file = path.join(contentRoot, ledgerFile);

if (checking || build()) await record();
else process.exitCode = 1;

function build(): boolean {
  const { status, error } = spawnSync('astro', ['build'], { stdio: ['ignore', 'ignore', 'inherit'], env: process.env });
  if (error) console.error(`Cannot start astro: ${error.message}. Run "npm install" first, then "npm run ledger".`);
  return status === 0;
}

async function record(): Promise<void> {
  const site = await readBuiltSite(folder).catch(() => undefined);
  if (!site?.has('/')) return stop(`There is no built site in ${folder}. Run "npm run build" first.`);
  const before = await readFile(file, 'utf8').catch(() => '');
  const { text, added } = recordAddresses(before, builtAddresses(site));
  if (!checking) await writeFile(file, text);
  if (checking && added.length)
    stop(
      `The site publishes addresses that are missing in ${file}. Run "npm run ledger" and commit the file.\n\n  ${added.join('\n  ')}\n`,
    );
  else
    console.log(
      added.length
        ? `Addresses added to ${file}: ${added.length}. Commit the file.`
        : `${file} contains all addresses that the site publishes.`,
    );
}

function stop(message: string): void {
  console.error(message);
  process.exitCode = 1;
}
