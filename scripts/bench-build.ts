/**
 * `npm run bench:build`: builds sites of generated articles, each cold (nothing cached) and warm (one article changed since), and prints a
 * table: seconds, processor seconds, the most memory that all processes had at one moment, pages and files.
 *
 *   --sizes 100,400   how many articles; 100, 400 and 1,000 by default
 */
import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { changeOneArticle, writeGeneratedContent } from '../tests/bench/build/generated-content.ts';
import { measureProgram, type Cost } from '../tests/bench/build/measured-process.ts';
import { markdownTable } from '../tests/bench/table.ts';
import { UserError } from '../src/user-error.ts';
import { readArguments, runCommand } from './run-command.ts';

const usage = 'Usage: npm run bench:build [-- --sizes 100,400,1000]';
const folder = path.resolve('tests/bench/.cache/build');

await runCommand(async () => {
  const { values } = readArguments({ options: { sizes: { type: 'string', default: '100,400,1000' } } }, usage);
  const sizes = values.sizes.split(',').map(Number);
  if (!sizes.every((size) => Number.isInteger(size) && size > 0))
    throw new UserError(`--sizes ${values.sizes}: give whole numbers of articles, joined by commas. ${usage}`);
  const rows: string[][] = [];
  for (const size of sizes) rows.push(...(await measureSize(size)));
  console.log(`\n${markdownTable(['articles', 'build', 's', 'processor s', 'peak GiB', 'pages', 'files'], rows)}`);
});

function inCells({ seconds, processorSeconds, peakMemory }: Cost): string[] {
  const gibibytes = peakMemory === undefined ? '–' : (peakMemory / 1024 ** 3).toFixed(2);
  return [seconds.toFixed(1), processorSeconds?.toFixed(1) ?? '–', gibibytes];
}

async function measureSize(size: number): Promise<string[][]> {
  const [root, out, cache] = ['content', 'dist', 'cache'].map((name) => path.join(folder, String(size), name)) as [string, string, string];
  await rm(path.dirname(root), { recursive: true, force: true });
  console.log(`${size} articles: writing them`);
  await writeGeneratedContent(root, size);
  const build = async (name: string) => {
    console.log(`${size} articles: ${name} build`);
    const cost = await measureProgram({
      command: path.resolve('node_modules/.bin/astro'),
      args: ['build'],
      cwd: process.cwd(),
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', CONTENT_ROOT: root, OUT_DIR: out, FAULTBOOK_CACHE: cache },
    });
    return [String(size), name, ...inCells(cost), ...(await countsIn(out))];
  };
  const cold = await build('cold');
  await changeOneArticle(root);
  return [cold, await build('warm')];
}

async function countsIn(built: string): Promise<string[]> {
  const entries = await readdir(built, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return [files.filter(({ name }) => name.endsWith('.html')), files].map(({ length }) => length.toLocaleString('en'));
}
