import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { checkBuild, reportDead } from '../addresses/ledger/check-build.ts';
import { contentRedirects } from '../addresses/ledger/content-addresses.ts';
import type { CheckedContent } from './content-check.ts';
import { stopBuild } from './stop-build.ts';

/**
 * Fails a build when an address of the ledger no longer leads anywhere. It must be the last integration: all files of the site must be
 * written by then.
 *
 * @param content the content of the build
 */
export function permanentLinks(content: CheckedContent): AstroIntegration {
  return {
    name: 'permanent-links',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const { corpus } = await content();
        const { dead, unrecorded } = await checkBuild(fileURLToPath(dir), corpus.ledger, contentRedirects(corpus));
        if (dead.length)
          stopBuild(logger, `${reportDead(dead, corpus.ledger.file)}\nA published address must work for ever: see CONTRIBUTING.md.`);
        if (unrecorded.length)
          logger.info(`${unrecorded.length} addresses are not in the ledger yet: "npm run ledger" records them before they are published`);
      },
    },
  };
}
