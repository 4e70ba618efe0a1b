/**
 * The content of this site. It is read when the first page needs it: once in a build, and in development again after every change of the
 * content root, because `build/content-check.ts` then reloads this module.
 */
import { siteContent } from './index.ts';
import { readContent } from './read-content.ts';
import { contentRoot } from './root.ts';

const read = await readContent(contentRoot);

export const content = siteContent(read);
/** What `site.yaml` says, and the logo that it names. */
export const { site, logo } = read.site;
