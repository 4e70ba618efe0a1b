/**
 * The content of this site. It is read when the first page asks for it: once in a build; again in development after a file of the content
 * root has changed, since `build/content-check.ts` then has this module evaluated anew.
 */
import { siteContent } from './index.ts';
import { readContent } from './read-content.ts';
import { contentRoot } from './root.ts';

const read = await readContent(contentRoot);

export const content = siteContent(read);
/** What `site.yaml` says, and the logo that it names. */
export const { site, logo } = read.site;
