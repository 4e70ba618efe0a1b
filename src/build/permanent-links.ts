import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { checkBuild, reportDead } from '../addresses/ledger/check-build.ts';
import { contentRedirects, namedContent } from '../addresses/ledger/content-addresses.ts';
import { permalinksFor } from '../addresses/permalinks.ts';
import { nginxFile, redirectsFile, redirectsOf } from '../addresses/redirects.ts';
import type { CheckedContent } from './content-check.ts';
import { stopBuild } from './stop-build.ts';

/**
 * Writes the redirects for hosts after a build, and fails it when an address of the ledger no longer leads anywhere.
 * It comes last: all that the site publishes must be there.
 *
 * @param content the content of the build
 */
export function permanentLinks(content: CheckedContent): AstroIntegration {
  let base = '/';
  return {
    name: 'permanent-links',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base;
      },
      'astro:build:done': async ({ dir, logger }) => {
        const { corpus } = await content();
        const redirects = redirectsOf(namedContent(corpus), permalinksFor(base));
        await writeFile(new URL('_redirects', dir), redirectsFile(redirects));
        await writeFile(new URL('redirects.nginx.conf', dir), nginxFile(redirects));
        const { dead, unrecorded } = await checkBuild(fileURLToPath(dir), corpus.ledger, contentRedirects(corpus));
        if (dead.length)
          stopBuild(logger, `${reportDead(dead, corpus.ledger.file)}\nA published address must resolve for ever: see CONTRIBUTING.md.`);
        if (unrecorded.length)
          logger.info(`${unrecorded.length} addresses are not in the ledger yet: "npm run ledger" records them before they are published`);
      },
    },
  };
}
