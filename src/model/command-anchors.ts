import type { Code, Nodes } from 'mdast';
import { isSectionKind } from './article.ts';
import { attributeOf, splitPinnedId, textOf } from './body.ts';
import { fenceOptions } from './commands.ts';

/**
 * Returns the anchor of each labelled block of an article. Most of these blocks are commands. An anchor is the id of the section or part
 * that contains the block, an underscore (which no id contains) and the label. Numbers would change when a block is added.
 *
 * @param nodes the top-level nodes of the body
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
