import type { AstroIntegrationLogger } from 'astro';

/**
 * Ends a build because of something that an author can put right. Astro would call an error unhandled, and print its stack.
 *
 * @param logger of the step that stops the build
 * @param message what is wrong, and how to put it right
 */
export function stopBuild(logger: AstroIntegrationLogger, message: string): never {
  logger.error(`\n\n${message}`);
  process.exit(1);
}
