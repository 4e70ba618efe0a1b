/**
 * The plugins of the Markdown engine.
 *
 * The order matters: `captures` creates code blocks for the other plugins; `sections` needs the body as the author wrote it; `fences`
 * replaces code blocks by HTML, which no later plugin may change.
 */
import type { MdastPluginList } from 'satteri';
import type { Permalinks } from '../../addresses/permalinks.ts';
import { captures } from './captures.ts';
import { contentLinks } from './content-links.ts';
import { fences } from './fences.ts';
import { pinnedHeadings } from './pinned-headings.ts';
import { scrollingTables } from './scrolling-tables.ts';
import { sections } from './sections.ts';

/**
 * Returns the plugins in their order.
 *
 * @param permalinks the URLs of the site
 */
export const markdownPlugins = (permalinks: Permalinks): MdastPluginList => [
  captures(),
  sections(),
  pinnedHeadings(),
  contentLinks(permalinks),
  scrollingTables(),
  fences(permalinks),
];
