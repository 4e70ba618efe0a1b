/**
 * The content of this site. It is read when the first page asks for it: once in a build; again in development after a file of the content
 * root has changed, since `build/content-check.ts` then has this module evaluated anew.
 */
import { siteContent } from './index.ts';
import { readContent } from './read-content.ts';
import { contentRoot } from './root.ts';

export const content = siteContent(await readContent(contentRoot));
