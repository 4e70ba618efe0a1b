/**
 * The plugins of the Markdown engine, in their order.
 *
 * Order is load-bearing: `captures` makes blocks that all others treat as code; `sections` must see the body as the author wrote it; `fences` replaces code blocks by finished
 * HTML, which nothing after it may change.
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
 * Makes the list of plugins.
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
