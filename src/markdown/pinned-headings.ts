import { defineMdastPlugin, type MdastNode, type MdastPluginEntry } from 'satteri';
import { splitPinnedId } from '../content-model/body.ts';

/** Gives a heading the id that is pinned to its end, `## What you see [#symptoms]`, and a link to itself. Ids that it had before stay anchors. */
export const pinnedHeadings = (): MdastPluginEntry =>
  defineMdastPlugin({
    name: 'pinned-headings',
    heading(node, context) {
      const last = node.children.at(-1);
      if (last?.type !== 'text') return;
      const { text, id, formerIds } = splitPinnedId(last.value);
      if (!id) return;
      context.replaceNode(node, {
        type: 'heading',
        depth: node.depth,
        children: [
          ...formerIds.map(anchor),
          ...node.children.slice(0, -1),
          { type: 'text', value: text },
          {
            type: 'link',
            url: `#${id}`,
            data: { hProperties: { className: ['self-link'], ariaLabel: 'Link to this section' } },
            children: [],
          },
        ],
        data: { hProperties: { id } },
      });
    },
  });

const anchor = (id: string): Extract<MdastNode, { type: 'mdxJsxTextElement' }> => ({
  type: 'mdxJsxTextElement',
  name: 'span',
  attributes: [{ type: 'mdxJsxAttribute', name: 'id', value: id }],
  children: [],
});
