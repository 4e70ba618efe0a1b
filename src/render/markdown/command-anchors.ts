import type { Code, Nodes } from 'mdast';
import { attributeOf, splitPinnedId, textOf } from '../../model/body.ts';
import { isSectionKind } from '../../model/article.ts';
import { fenceOptions } from '../../model/commands.ts';

/**
 * The blocks of an article that have a label, commands most of all, each with its anchor: the id of the section or part in which it stands, an
 * underscore, which no id has, and the label. A place counted from the start would change with the next edit; a label is pinned, like an id.
 *
 * @param nodes what stands at the top of the body
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
