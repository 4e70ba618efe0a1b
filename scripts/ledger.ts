/**
 * `npm run ledger`: builds the site and adds all addresses that it publishes to the ledger. It never removes an address.
 * `npm run ledger -- --check` reads the site that is already built, and fails when an address is missing in the ledger.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { builtAddresses, readBuiltSite } from '../src/addresses/ledger/built-site.ts';
import { openLedger } from '../src/build/ledger-file.ts';
import { reportIssues } from '../src/check/index.ts';
import { existingContentRoot } from '../src/content/root.ts';
import { readLedgerFile } from '../src/content/read-ledger.ts';
import { settings, shownPath } from '../src/settings.ts';
import { UserError } from '../src/user-error.ts';
import { readArguments, runCommand } from './run-command.ts';

await runCommand(async () => {
  const { values } = readArguments({ options: { check: { type: 'boolean', default: false } } }, 'Usage: npm run ledger [-- --check]');
  await (values.check ? check() : record());
});

async function record(): Promise<void> {
  const ledger = await openLedger(existingContentRoot());
  if (ledger.isNew)
    console.log(
      `${ledger.file} does not exist, so a new one is created. If this site was published before, restore the old file instead: its lines keep old links working.`,
    );
  try {
    build();
    const added = await ledger.add(await publishedAddresses());
    console.log(
      added.length
        ? `${ledger.file}: ${added.length} addresses added. Commit it.`
        : `${ledger.file} has every address that the site publishes.`,
    );
  } catch (error) {
    await ledger.discardNew();
    throw error;
  }
}

async function check(): Promise<void> {
  const { file, entries, issues } = await readLedgerFile(settings.contentRoot);
  if (issues.length) throw new UserError(reportIssues(issues));
  const known = new Set(entries.map(({ text }) => text));
  const missing = (await publishedAddresses()).filter((address) => !known.has(address)).toSorted();
  if (missing.length)
    throw new UserError(
      `The site publishes addresses that ${file} does not have. Run "npm run ledger" and commit the file.\n\n  ${missing.join('\n  ')}\n`,
    );
  console.log(`${file} has every address that the site publishes.`);
}

function build(): void {
  const { status, error } = spawnSync('astro', ['build'], { stdio: ['ignore', 'ignore', 'inherit'], env: process.env });
  if (error) throw new UserError(`astro could not be started: ${error.message}. Run "npm install" first, and this by "npm run ledger".`);
  if (status !== 0) throw new UserError('The site could not be built, so nothing was recorded; see above.');
}

async function publishedAddresses(): Promise<string[]> {
  if (!existsSync(path.join(settings.outDir, 'index.html')))
    throw new UserError(`There is no built site in ${shownPath(settings.outDir)}. Run "npm run build" first.`);
  return builtAddresses(await readBuiltSite(settings.outDir));
}
