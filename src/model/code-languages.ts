/** Languages of code blocks besides those that the highlighter brings. */

/** What software printed: shown as it is, as terminal output. */
export const outputLanguage = 'output';
/** A diagram, drawn by `render/diagrams/`. */
export const diagramLanguage = 'mermaid';

/** Languages of blocks that a reader runs as they stand. */
export const commandLanguages: ReadonlySet<string> = new Set(['bash', 'sql', 'powershell']);

export const ownLanguages: readonly string[] = [outputLanguage, diagramLanguage, 'text'];
