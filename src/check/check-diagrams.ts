/** Draws the diagrams of all articles, and reports those that cannot be drawn or read. */
import { diagramLanguage } from '../model/code-languages.ts';
import type { BodyCode } from '../model/body.ts';
import type { Finding, Issue } from '../model/issue.ts';
import type { Corpus } from '../model/source.ts';
import { drawDiagrams, type Drawing, type DrawResult } from '../render/diagrams/index.ts';
import { widestLegible } from '../render/diagrams/legible.ts';

/**
 * Draws every diagram, and returns what is wrong with them: those that cannot be drawn, that are too wide for a phone, or whose decisions
 * have another shape than diamonds.
 *
 * @param corpus the content
 */
export async function checkDiagrams(corpus: Pick<Corpus, 'articles'>): Promise<Issue[]> {
  const blocks = corpus.articles.flatMap(({ file, body }) =>
    body.code.filter(({ language }) => language === diagramLanguage).map((block) => ({ file, block })),
  );
  const results = await drawDiagrams(blocks.map(({ block }) => block.text));
  return blocks.flatMap(({ file, block }, index) => {
    const result = results[index];
    return result ? findingsOf(result, block).map((finding) => ({ file, ...finding })) : [];
  });
}

function findingsOf(result: DrawResult, { line, column }: Pick<BodyCode, 'line' | 'column'>): Finding[] {
  if (result.ok)
    return [...shapes(result.drawing), ...width(result.drawing)].map((finding) => ({ kind: 'diagram', line, column, ...finding }));
  return [
    {
      kind: 'diagram',
      line: line + (result.line ?? 0),
      column,
      found: `a diagram that cannot be drawn: ${result.reason}`,
      mend: 'correct the Mermaid source; put labels in quotes, and see the section "Diagrams" of CONTRIBUTING.md',
    },
  ];
}

/** A question is a diamond, and nothing else is. */
const shapes = ({ nodes }: Drawing): Pick<Finding, 'found' | 'mend'>[] =>
  nodes
    .filter(({ asks, isDiamond }) => asks !== isDiamond)
    .map(({ id, label, asks }) => ({
      found: asks ? `the question "${label}" in a box` : `the diamond "${label}", which is not marked as a question`,
      mend: asks ? `write ${id}{"…"}:::ask, since questions are diamonds` : `write ${id}["…"], or add :::ask if it is a question`,
    }));

function width(drawing: Drawing): Pick<Finding, 'found' | 'mend'>[] {
  const most = widestLegible(drawing);
  if (drawing.width <= most) return [];
  const row = drawing.widestRow.map((label) => `"${label}"`).join(', ');
  return [
    {
      found: `a diagram of ${drawing.width} px, in which labels cannot be read on a small screen; its widest row is ${row}`,
      mend: `make it at most ${most} px wide: put fewer boxes side by side, or break their labels with <br/>`,
    },
  ];
}
