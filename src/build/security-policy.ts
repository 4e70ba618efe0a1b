import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { namedContent } from '../addresses/ledger/content-addresses.ts';
import { permalinksFor } from '../addresses/permalinks.ts';
import { redirectsOf, serverRedirects } from '../addresses/redirects.ts';
import { hostFiles } from '../hosts/host-files.ts';
import { withManyFiles } from '../many-files.ts';
import { inlineCodeOf } from '../security/inline-code.ts';
import { contentPolicy, securityHeaders, type InlineCode } from '../security/policy.ts';
import type { CheckedContent } from './content-check.ts';

/**
 * Writes its content security policy into each built page, and the files for hosts beside the pages: their headers need the policies.
 * Astro's own option does not support inline scripts, and gives every page the hashes of all pages.
 *
 * @param content the content of the build
 */
export function securityPolicy(content: CheckedContent): AstroIntegration {
  let base = '/';
  let publicFolder = '';
  return {
    name: 'security-policy',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base;
        publicFolder = fileURLToPath(config.publicDir);
      },
      'astro:build:done': async ({ dir }) => {
        const permalinks = permalinksFor(base);
        const headers = securityHeaders(await writePolicies(fileURLToPath(dir), publicFolder));
        const redirects = serverRedirects(redirectsOf(namedContent((await content()).corpus), permalinks));
        const files = hostFiles({ base: permalinks.home(), headers, redirects });
        for (const [name, text] of Object.entries(files)) await writeFile(new URL(name, dir), text);
      },
    },
  };
}

/**
 * Writes its policy into each page, and returns the inline code of all pages. HTML files from `public/` of the content root stay unchanged.
 */
async function writePolicies(folder: string, publicFolder: string): Promise<InlineCode> {
  const names = await readdir(folder, { recursive: true });
  const pages = names.filter((name) => name.endsWith('.html') && !existsSync(path.join(publicFolder, name)));
  const found = await withManyFiles(pages, (name) => writePolicy(path.join(folder, name)));
  const all = (kind: keyof InlineCode) => new Set(found.flatMap((inline) => [...inline[kind]]));
  return { scripts: all('scripts'), styles: all('styles') };
}

/** Writes its policy into a page, and returns its inline code. */
async function writePolicy(file: string): Promise<InlineCode> {
  const html = await readFile(file, 'utf8');
  const inline = inlineCodeOf(html);
  await writeFile(file, withPolicy(html, contentPolicy(inline), file));
  return inline;
}

/** Returns a page with its policy right after the declaration of the encoding, since the policy affects only what follows it. */
function withPolicy(html: string, policy: string, file: string): string {
  const encoding = /<meta charset="utf-8"\s*\/?>/i;
  if (!encoding.test(html))
    throw new Error(`${file} has no <meta charset="utf-8">, after which the content security policy is inserted: use BaseLayout.`);
  return html.replace(encoding, (found) => `${found}<meta http-equiv="Content-Security-Policy" content="${policy}">`);
}
