/** `npm run new-site -- FOLDER`: makes the content of a new site, in a folder that is to be a repository of its own. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { readLab } from '../src/content/read-lab.ts';
import { findEngineFrom } from '../src/lab/find-engine.ts';
import { runLabs } from '../src/lab/run-labs.ts';
import { cleanUpOnSignals } from '../src/lab/runner.ts';
import { givenPath, shownPath } from '../src/settings.ts';
import { UserError } from '../src/user-error.ts';
import { ciNames, cloneAddress, firstArticle, makeSite, nameOfFolder, setReviewed, type Ci } from './new-site/make-site.ts';
import { readArguments, runCommand } from './run-command.ts';

const usage = `Usage: npm run new-site -- ../our-faults [--name NAME] [--ci ${ciNames.join('|')}] [--engine ADDRESS]`;

await runCommand(async () => {
  const options = { name: { type: 'string' }, ci: { type: 'string', default: 'github' }, engine: { type: 'string' } } as const;
  const { values, positionals } = readArguments({ allowPositionals: true, options }, usage);
  const [given, ...others] = positionals;
  if (given === undefined || others.length) throw new UserError(`Name one folder for the new site. ${usage}`);
  const folder = givenPath(given);
  await makeSite({
    folder,
    name: values.name ?? nameOfFolder(folder),
    ci: readCi(values.ci),
    engine: { address: cloneAddress(values.engine ?? originOfEngine()), commit: git('rev-parse', 'HEAD') ?? 'main' },
    today: new Date().toISOString().slice(0, 10),
  });
  console.log(`${shownPath(folder)} is a site with one article. Its lab runs now, so that the article says what this machine prints:`);
  await runFirstLab(folder);
  console.log(nextCommands(given));
});

function readCi(given: string): Ci {
  const ci = ciNames.find((name) => name === given);
  if (!ci) throw new UserError(`--ci ${given} is not known. Accepted: ${ciNames.join(', ')}.`);
  return ci;
}

function originOfEngine(): string {
  const remote = git('remote', 'get-url', 'origin');
  if (remote) return remote;
  throw new UserError(
    'This copy of the engine does not say where it was cloned from ("git remote get-url origin"). Give the address: --engine https://…',
  );
}

function git(...args: string[]): string | undefined {
  const { status, stdout } = spawnSync('git', args, { cwd: path.join(import.meta.dirname, '..'), encoding: 'utf8' });
  return status === 0 ? stdout.trim() : undefined;
}

/** Runs the lab of the first article. Where it cannot run, the record and the day of the review stay those of the template. */
async function runFirstLab(folder: string): Promise<void> {
  findEngineFrom(folder);
  cleanUpOnSignals();
  const { failed, skipped } = await runLabs([firstArticle], { all: false, changed: false, check: false }, folder);
  if (failed || skipped) console.log('What did not pass here keeps the record of an earlier run, which stays valid.');
  const { lab } = await readLab(path.join(folder, 'articles', firstArticle));
  const [oldest] = lab.scenarios.map(({ date }) => date).toSorted();
  if (oldest) await setReviewed(folder, oldest);
}

function nextCommands(given: string): string {
  const folder = /^[\w./~-]+$/.test(given) ? given : `'${given.replaceAll("'", `'\\''`)}'`;
  return `
Next:
  CONTENT_ROOT=${folder} npm start                   builds the site, and serves it
  CONTENT_ROOT=${folder} npm run new -- <slug>       starts an article of your own
  git -C ${folder} init -b main                      makes the folder a repository; commit all that is in it
`;
}
