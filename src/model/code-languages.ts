/** Languages of code blocks besides those that the highlighter supports. */

/** Output of software, shown unchanged as terminal output. */
export const outputLanguage = 'output';
/** A diagram, drawn by `render/diagrams/`. */
export const diagramLanguage = 'mermaid';

/** Languages of blocks that readers copy and run. */
export const commandLanguages: ReadonlySet<string> = new Set(['bash', 'sql', 'powershell']);

/** All languages that the highlighter does not have. */
export const ownLanguages: readonly string[] = [outputLanguage, diagramLanguage, 'text'];
