/** The folder that holds the content. Another one makes another site, e.g. one for tests. */
import { statSync } from 'node:fs';
import { settings, shownPath } from '../settings.ts';
import { UserError } from '../user-error.ts';

export const { contentRoot } = settings;

/**
 * Returns the content root, for commands that write into it or run what is in it.
 *
 * Fails with a `UserError` when there is no such folder: CONTENT_ROOT may have a typing mistake.
 */
export function existingContentRoot(): string {
  if (statSync(contentRoot, { throwIfNoEntry: false })?.isDirectory()) return contentRoot;
  throw new UserError(`${shownPath(contentRoot)}: no such folder. Set CONTENT_ROOT to the folder that holds site.yaml and articles/.`);
}
