import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { AstroError } from 'astro/errors';
import { contentRoot } from '../content/root.ts';
import { keepBrowserFor } from '../render/diagrams/index.ts';
import { levelOf } from '../model/issue.ts';
import { checkAll, reportIssues } from '../check/index.ts';

/** Checks all content before a build, which fails on errors, and on every save while developing, where it reports them. */
export const contentCheck = (): AstroIntegration => {
  let root = contentRoot;
  let building = false;
  return {
    name: 'content-check',
    hooks: {
      'astro:config:setup': ({ command }) => {
        building = command === 'build';
      },
      // Before Astro reads the content itself, which would stop at the first error.
      'astro:config:done': async ({ config, logger }) => {
        root = fileURLToPath(new URL(contentRoot, config.root));
        if (!building) return;
        logger.info('checking content and drawing diagrams');
        const { issues, remarks } = await checkAll(root);
        const warnings = remarks.filter(({ kind }) => levelOf(kind) === 'warning');
        if (warnings.length) logger.warn(`\n${reportIssues(warnings, 'warning')}`);
        if (issues.length) throw new AstroError(`\n\n${reportIssues(issues)}`, 'Nothing was built. "npm run check" shows the same list.');
      },
      'astro:server:setup': ({ server, logger }) => {
        const check = async () => {
          const { issues } = await checkAll(root);
          if (issues.length) logger.error(`\n${reportIssues(issues)}`);
        };
        keepBrowserFor(60_000);
        void check();
        server.watcher.on('change', (file) => {
          if (file.startsWith(root)) void check();
        });
      },
    },
  };
};
