import { readDiagram } from '../../model/diagram.ts';
import type { Finding } from '../../model/issue.ts';
import type { ArticleSource } from '../../model/source.ts';

/** Rule: images and diagrams have a text alternative, and diagrams leave colours to the theme. */
export function textAlternatives({ body }: ArticleSource): Finding[] {
  const images = body.images
    .filter(({ text }) => text.trim() === '')
    .map(({ url, line, column }): Finding => ({
      kind: 'no-text-alternative',
      line,
      column,
      found: `the image "${url}" without a text alternative`,
      mend: 'write what the image shows between the square brackets',
    }));
  return [...images, ...body.code.filter(({ language }) => language === 'mermaid').flatMap(diagramFindings)];
}

function diagramFindings({ text, line, column }: { text: string; line: number; column: number }): Finding[] {
  const { title, description, styling } = readDiagram(text);
  const missing = [...(title ? [] : ['accTitle']), ...(description ? [] : ['accDescr'])];
  return [
    ...missing.map((keyword): Finding => ({
      kind: 'no-text-alternative',
      line,
      column,
      found: `a diagram without ${keyword}`,
      mend:
        keyword === 'accTitle'
          ? 'add a line "accTitle: …" that names what the diagram shows; it is also the caption'
          : 'add a line "accDescr: …" that describes the diagram in a sentence or two',
    })),
    ...styling.map((found): Finding => ({
      kind: 'diagram-style',
      line: line + found.line,
      column,
      found: `"${found.text}"`,
      mend: 'remove it and use the classes fault, limit, ok, ask, act, quiet: colours come from the theme',
    })),
  ];
}
