/**
 * The content of this site. It is read when the first page needs it: once in a build, and in development again after every change of the
 * content root, because `build/content-check.ts` then reloads this module.
 */
import { siteContent } from './index.ts';
import { readContent } from './read-content.ts';
import { contentRoot } from './root.ts';

export const content = siteContent(await readContent(contentRoot));
