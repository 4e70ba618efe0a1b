import { bundledLanguagesInfo } from 'shiki';

/** Languages of code blocks besides those that the highlighter brings. */

/** What software printed: shown as it is, as terminal output. */
export const outputLanguage = 'output';
/** A diagram, drawn by `diagrams/`. */
export const diagramLanguage = 'mermaid';

export const ownLanguages: readonly string[] = [outputLanguage, diagramLanguage, 'text'];

/** The name of a language, for those who hear a page: a block does not say by its looks what it is. */
export function languageName(language: string): string {
  const known = bundledLanguagesInfo.find(({ id, aliases }) => id === language || aliases?.includes(language));
  return known?.name ?? `${language.charAt(0).toUpperCase()}${language.slice(1)}`;
}
