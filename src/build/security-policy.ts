import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { permalinksFor } from '../addresses/permalinks.ts';
import { headersFile, nginxHeadersFile } from '../security/host-files.ts';
import { inlineCodeOf } from '../security/inline-code.ts';
import { contentPolicy, securityHeaders, type InlineCode } from '../security/policy.ts';

/**
 * Writes each built page's policy into it, and the headers for hosts beside the pages. Astro's own option knows no scripts that are
 * written inline, and gives every page the hashes of all.
 */
export function securityPolicy(): AstroIntegration {
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
        const root = permalinksFor(base).home();
        const headers = securityHeaders(await writePolicies(fileURLToPath(dir), publicFolder));
        await writeFile(new URL('_headers', dir), headersFile(headers, root));
        await writeFile(new URL('headers.nginx.conf', dir), nginxHeadersFile(headers, root));
      },
    },
  };
}

/**
 * Writes the policy of each page into it, and returns the inline code of all. Pages of the site's own public files stay as they are, byte for
 * byte: hosts send the headers with them.
 */
async function writePolicies(folder: string, publicFolder: string): Promise<InlineCode> {
  const all = { scripts: new Set<string>(), styles: new Set<string>() };
  for (const name of await readdir(folder, { recursive: true })) {
    if (!name.endsWith('.html') || existsSync(path.join(publicFolder, name))) continue;
    const file = path.join(folder, name);
    const html = await readFile(file, 'utf8');
    const inline = inlineCodeOf(html);
    for (const kind of ['scripts', 'styles'] as const) for (const hash of inline[kind]) all[kind].add(hash);
    await writeFile(file, withPolicy(html, contentPolicy(inline), file));
  }
  return all;
}

/** It stands before all that it governs, right after the encoding. */
function withPolicy(html: string, policy: string, file: string): string {
  const encoding = /<meta charset="utf-8"\s*\/?>/i;
  if (!encoding.test(html)) throw new Error(`${file} has no <meta charset="utf-8">, after which its policy belongs: use BaseLayout.`);
  return html.replace(encoding, (found) => `${found}<meta http-equiv="Content-Security-Policy" content="${policy}">`);
}
