import type { Code, Nodes } from 'mdast';
import { isSectionKind } from './article.ts';
import { attributeOf, splitPinnedId, textOf } from './body.ts';
import { fenceOptions } from './commands.ts';

/**
 * Returns the labelled blocks of an article, most of them commands, each with its anchor: the id of the section or part that contains it,
 * an underscore, which no id contains, and the label. A number would change with the next edit; a label is pinned, like an id.
 *
 * @param nodes the top level of the body
 */
export function commandAnchors(nodes: readonly Nodes[]): Map<Code, string> {
  const anchors = new Map<Code, string>();
  let part = '';
  for (const node of nodes) {
    if (node.type === 'heading') part = splitPinnedId(textOf(node)).id ?? part;
    const section = node.type === 'mdxJsxFlowElement' && isSectionKind(node.name) ? attributeOf(node, 'id') : undefined;
    for (const code of codeIn(node)) {
      const { lab: label } = fenceOptions(code.meta ?? '');
      if (label) anchors.set(code, `${section ?? part}_${label}`);
    }
  }
  return anchors;
}

const codeIn = (node: Nodes): Code[] =>
  node.type === 'code' ? [node] : 'children' in node ? (node.children as Nodes[]).flatMap(codeIn) : [];
