import path from 'node:path';
import type { AstroIntegration, AstroIntegrationLogger } from 'astro';
import type { ViteDevServer } from 'vite';
import { siteFile } from '../content/read-site.ts';
import { checkAll, reportIssues, type ContentReport } from '../check/index.ts';
import { levelOf } from '../model/issue.ts';
import { keepBrowserFor } from '../render/diagrams/index.ts';
import { stopBuild } from './stop-build.ts';
import { oneAtATime, rereadContent, watchFolder } from './watch-content.ts';

/** How long the browser that draws diagrams stays open after use during development, in milliseconds. */
const keepBrowser = 60_000;

/** Returns the content of a build and the report of its check. The first call reads and checks it; later calls share the result. */
export type CheckedContent = () => Promise<ContentReport>;

/**
 * Returns the function that reads and checks the content of a build, for all steps of the build to share.
 *
 * @param root the content root
 */
export function checkedContent(root: string): CheckedContent {
  let report: Promise<ContentReport> | undefined;
  return () => (report ??= checkAll(root));
}

/**
 * Checks all content: before a build, which fails on errors and drafts, and during development after every change, which only reports them.
 *
 * @param root the content root
 * @param content the content of a build
 */
export const contentCheck = (root: string, content: CheckedContent): AstroIntegration => {
  let building = false;
  return {
    name: 'content-check',
    hooks: {
      'astro:config:setup': ({ command, addWatchFile }) => {
        building = command === 'build';
        addWatchFile(path.resolve(root, siteFile)); // its values are in the configuration, so the server for development starts anew
      },
      // Runs before Astro reads the content, because Astro would stop at the first error.
      'astro:config:done': async ({ logger }) => {
        if (!building) return;
        logger.info('checking content and drawing diagrams');
        const { issues: errors, remarks } = await content();
        const issues = [...errors, ...remarks.filter(({ kind }) => kind === 'draft')];
        const warnings = remarks.filter(({ kind }) => levelOf(kind) === 'warning' && kind !== 'draft');
        if (warnings.length) logger.warn(`\n${reportIssues(warnings, 'warning')}`);
        if (issues.length) stopBuild(logger, `${reportIssues(issues)}\nNothing was built. "npm run check" shows the same list.`);
      },
      'astro:server:setup': ({ server, logger }) => checkWhileDeveloping(root, server, logger),
    },
  };
};

function checkWhileDeveloping(root: string, server: ViteDevServer, logger: AstroIntegrationLogger): void {
  const check = oneAtATime(
    async () => {
      const { issues } = await checkAll(root);
      if (issues.length) logger.error(`\n${reportIssues(issues)}`);
    },
    (error) => logger.error(`the check failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`),
  );
  void keepBrowserFor(keepBrowser);
  server.httpServer?.once('close', () => void keepBrowserFor(0));
  void check();
  watchFolder(server, root, () => {
    rereadContent(server);
    void check();
  });
}
