import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { AstroError } from 'astro/errors';
import { checkAll, reportIssues } from './index.ts';

/** Checks all content before a build, which fails on errors, and on every save while developing, where it reports them. */
export const contentCheck = (): AstroIntegration => {
  let root = 'content';
  return {
    name: 'content-check',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(new URL('content', config.root));
      },
      'astro:build:start': async ({ logger }) => {
        logger.info('checking content and drawing diagrams');
        const { issues } = await checkAll(root);
        if (issues.length) throw new AstroError(`\n\n${reportIssues(issues)}`, 'Nothing was built. "npm run check" shows the same list.');
      },
      'astro:server:setup': ({ server, logger }) => {
        const check = async () => {
          const { issues } = await checkAll(root);
          if (issues.length) logger.error(`\n${reportIssues(issues)}`);
        };
        void check();
        server.watcher.on('change', (file) => {
          if (file.startsWith(root)) void check();
        });
      },
    },
  };
};
