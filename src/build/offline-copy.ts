import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { build } from 'vite';
import { permalinksFor, type Permalinks } from '../addresses/permalinks.ts';
import { writeSiteVersion } from './built-files.ts';

/** Writes the service worker and the version of the site. It must come after all integrations that change pages. */
export function offlineCopy(): AstroIntegration {
  let base = '/';
  return {
    name: 'offline-copy',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base;
      },
      'astro:build:done': async ({ dir, logger }) => {
        const permalinks = permalinksFor(base);
        await writeFile(new URL('service-worker.js', dir), await serviceWorker(permalinks, await shellOf(dir, permalinks)));
        const { version, files, bytes } = await writeSiteVersion(fileURLToPath(dir));
        logger.info(`version ${version}: ${files} files to keep, ${(bytes / 1e6).toFixed(1)} MB`);
      },
    },
  };
}

/**
 * The files that every visitor's browser keeps: the page that is shown in place of pages that are not kept, and the code of all pages. So
 * visited pages also have the code that they load on first use.
 */
interface Shell {
  name: string;
  files: string[];
}

async function shellOf(site: URL, permalinks: Permalinks): Promise<Shell> {
  const page = await readFile(new URL('offline/not-kept/index.html', site), 'utf8');
  const hashed = await readdir(new URL('_astro', site), { recursive: true });
  const code = hashed
    .filter((name) => /\.(js|css|woff2)$/.test(name))
    .map((name) => `${permalinks.hashedFiles()}${name.replaceAll(sep, '/')}`);
  const files = [permalinks.notKept(), ...code.toSorted()];
  return {
    name: createHash('sha256')
      .update([page, ...files].join('\n'))
      .digest('hex')
      .slice(0, 12),
    files,
  };
}

/** Bundles the service worker into one file, which must be at the site's root: a worker controls only the folder that it is in. */
async function serviceWorker(permalinks: Permalinks, shell: Shell): Promise<string> {
  const built = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    base: permalinks.home(),
    define: { 'process.env.NODE_ENV': '"production"', shell: JSON.stringify(shell) },
    build: {
      write: false,
      rolldownOptions: {
        input: fileURLToPath(new URL('../reader/offline/service-worker.ts', import.meta.url)),
        output: { format: 'iife' },
      },
    },
  });
  const [output] = [built].flat();
  const [chunk] = output && 'output' in output ? output.output : [];
  if (chunk?.type !== 'chunk') throw new Error('The service worker could not be bundled.');
  return chunk.code;
}
