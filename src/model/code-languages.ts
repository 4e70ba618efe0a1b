/** Languages of code blocks besides those that the highlighter brings. */

/** What software printed: shown as it is, as terminal output. */
export const outputLanguage = 'output';
/** A diagram, drawn by `render/diagrams/`. */
export const diagramLanguage = 'mermaid';

export const ownLanguages: readonly string[] = [outputLanguage, diagramLanguage, 'text'];
