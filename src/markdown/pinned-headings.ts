import { defineMdastPlugin, type MdastPluginEntry } from 'satteri';
import { splitPinnedId } from '../content-model/body.ts';

/** Gives a heading the id that is pinned to its end, `## What you see [#symptoms]`, and a link to itself. */
export const pinnedHeadings = (): MdastPluginEntry =>
  defineMdastPlugin({
    name: 'pinned-headings',
    heading(node, context) {
      const last = node.children.at(-1);
      if (last?.type !== 'text') return;
      const { text, id } = splitPinnedId(last.value);
      if (!id) return;
      context.replaceNode(node, {
        type: 'heading',
        depth: node.depth,
        children: [
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
