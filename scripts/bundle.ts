/** `npm run bundle`: builds the whole site into one zip file, for a USB stick or a computer without a network. */
import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { bundleOf } from '../src/build/bundle.ts';
import { readSite } from '../src/content/read-site.ts';
import { settings } from '../src/settings.ts';

const folder = path.resolve('dist-bundle');
const { status, error } = spawnSync('astro', ['build'], {
  stdio: ['ignore', 'ignore', 'inherit'],
  env: { ...process.env, OUT_DIR: folder, BASE_PATH: '/' },
});
if (error) console.error(`Cannot start astro: ${error.message}. Run "npm install" first, then "npm run bundle".`);
if (status === 0) {
  const { name, content } = await bundleOf(folder, (await readSite(settings.contentRoot)).site.name);
  await writeFile(name, content);
  console.log(`${name}: ${(content.length / 1e6).toFixed(1)} MB. Its README.txt says how to open it.`);
} else process.exitCode = status ?? 1;
