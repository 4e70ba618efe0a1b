/**
 * `npm run bench:build`: builds sites of generated articles, each cold (nothing cached) and warm (one article changed since), and the same
 * text with Starlight. Prints a table: seconds, processor seconds, the most memory that all processes had at one moment, pages and files.
 *
 *   --sizes 100,400   how many articles; 100, 400 and 1,000 by default
 *   --write           puts the table into the README
 */
import { readdir, rm } from 'node:fs/promises';
import { availableParallelism, loadavg } from 'node:os';
import path from 'node:path';
import { changeOneArticle, writeGeneratedContent } from '../tests/bench/build/generated-content.ts';
import { measureProgram, type Cost, type Program } from '../tests/bench/build/measured-process.ts';
import { starlightBuild, starlightName, starlightOutput, writeStarlightSite } from '../tests/bench/build/starlight-site.ts';
import { installPackages } from '../tests/bench/install-packages.ts';
import { markdownTable, writeBetween } from '../tests/bench/table.ts';
import { UserError } from '../src/user-error.ts';
import { readArguments, runCommand } from './run-command.ts';

const usage = 'Usage: npm run bench:build [-- --sizes 100,400,1000] [--write]';
/** Outside of tests/bench, whose packages a build would find before those of the project. */
const folder = path.resolve('.cache/bench-build');
/** Where the packages of Starlight are found. */
const starlightFolder = path.resolve('tests/bench/.cache/build');
const head = ['articles', 'with', 'build', 's', 'processor s', 'peak GiB', 'pages', 'files'];
/** The machine's load before each build, without which times say little. */
const loads: number[] = [];

await runCommand(async () => {
  const options = { sizes: { type: 'string', default: '100,400,1000' }, write: { type: 'boolean', default: false } } as const;
  const { values } = readArguments({ options }, usage);
  const sizes = values.sizes.split(',').map(Number);
  if (!sizes.every((size) => Number.isInteger(size) && size > 0))
    throw new UserError(`--sizes ${values.sizes}: give whole numbers of articles, joined by commas. ${usage}`);
  console.log('Installing Starlight');
  installPackages(path.resolve('tests/bench'));
  const rows: string[][] = [];
  for (const size of sizes) rows.push(...(await measureSize(size)));
  const machine = `On ${availableParallelism()} cores, whose load was up to ${Math.max(...loads).toFixed(1)} before a build.`;
  const table = `${machine}\n\n${markdownTable(head, rows)}`;
  console.log(`\n${table}`);
  if (values.write) await writeBetween('README.md', 'bench:build', table);
});

/** Builds a site of so many articles, and the same text with Starlight. Between cold and warm, one article changes. */
async function measureSize(size: number): Promise<string[][]> {
  const place = (name: string) => path.join(folder, String(size), name);
  const [root, out, starlight] = [place('content'), place('dist'), path.join(starlightFolder, String(size))];
  const own: Program = {
    command: path.resolve('node_modules/.bin/astro'),
    args: ['build'],
    cwd: process.cwd(),
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', CONTENT_ROOT: root, OUT_DIR: out, FAULTBOOK_CACHE: place('cache') },
  };
  for (const former of [place(''), starlight]) await rm(former, { recursive: true, force: true });
  console.log(`${size} articles: writing them`);
  await writeGeneratedContent(root, size);
  const rows = { cold: [] as string[][], warm: [] as string[][] };
  for (const build of ['cold', 'warm'] as const) {
    if (build === 'warm') await changeOneArticle(root);
    const forget = build === 'cold' ? ['--force'] : []; // Astro keeps what it read of articles outside of our cache
    rows[build].push(await measureBuild([String(size), 'Faultbook', build], { ...own, args: [...own.args, ...forget] }, out));
    await writeStarlightSite(starlight, out);
    rows[build].push(await measureBuild([String(size), starlightName(), build], starlightBuild(starlight), starlightOutput(starlight)));
  }
  return [...rows.cold, ...rows.warm];
}

async function measureBuild(name: readonly string[], program: Program, out: string): Promise<string[]> {
  console.log(`  building: ${name.join(', ')}`);
  loads.push(loadavg()[0] ?? 0);
  return [...name, ...inCells(await measureProgram(program)), ...(await countsIn(out))];
}

function inCells({ seconds, processorSeconds, peakMemory }: Cost): string[] {
  const gibibytes = peakMemory === undefined ? '–' : (peakMemory / 1024 ** 3).toFixed(2);
  return [seconds.toFixed(1), processorSeconds?.toFixed(1) ?? '–', gibibytes];
}

async function countsIn(built: string): Promise<string[]> {
  const entries = await readdir(built, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return [files.filter(({ name }) => name.endsWith('.html')), files].map(({ length }) => length.toLocaleString('en'));
}
