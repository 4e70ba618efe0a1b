/** `npm start`: builds the site and serves it. See `serve.ts` for the settings. */
import { spawnSync } from 'node:child_process';

const { status } = spawnSync('astro', ['build'], { stdio: 'inherit', shell: process.platform === 'win32' });
if (status === 0) await import('./serve.ts');
else process.exitCode = status ?? 1;
