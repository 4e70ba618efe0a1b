/** The languages that a code block may have. */
import { bundledLanguagesInfo } from 'shiki';
import { ownLanguages } from '../../model/code-languages.ts';

/** The names and aliases of all languages: those of the highlighter, and the site's own. */
export const knownLanguages: ReadonlySet<string> = new Set([
  ...ownLanguages,
  ...bundledLanguagesInfo.flatMap(({ id, aliases = [] }) => [id, ...aliases]),
]);
