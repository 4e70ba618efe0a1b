/** The engines that are compared. Their packages must be installed before this is imported. */
import type { Engine } from './engine.ts';
import { faultbook } from './engines/faultbook.ts';
import { flexSearch } from './engines/flexsearch.ts';
import { plainLunr } from './engines/lunr.ts';
import { lunrAsMaterial } from './engines/material.ts';
import { miniSearch, miniSearchAsVitePress } from './engines/minisearch.ts';
import { orama } from './engines/orama.ts';
import { pagefindAsIs } from './engines/pagefind.ts';

/**
 * All engines, in the order of the table.
 *
 * @param folder the built site
 * @param base the path under which it was built
 * @param typical the paste for which downloads are counted, where they depend on it
 */
export const engines = (folder: string, base: string, typical: string): Engine[] => [
  faultbook(folder, base, typical),
  pagefindAsIs(typical),
  miniSearch(),
  miniSearchAsVitePress(),
  flexSearch(),
  orama(),
  plainLunr(),
  lunrAsMaterial(),
];
