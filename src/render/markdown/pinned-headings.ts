import type { PhrasingContent } from 'mdast';
import { defineMdastPlugin, type MdastNode, type MdastPluginEntry } from 'satteri';
import { splitPinnedId } from '../../model/body.ts';

/**
 * Sets the id of a heading to the one pinned to its end, as in `## What you see [#symptoms]`, and makes the whole heading a link
 * to itself. Former ids stay anchors. Links cannot be nested: a heading that contains a link gets a separate link at its end.
 */
export const pinnedHeadings = (): MdastPluginEntry =>
  defineMdastPlugin({
    name: 'pinned-headings',
    heading(node, context) {
      const last = node.children.at(-1);
      if (last?.type !== 'text') return;
      const { text, id, formerIds } = splitPinnedId(last.value);
      if (!id) return;
      const children: PhrasingContent[] = [...node.children.slice(0, -1), { type: 'text', value: text }];
      context.replaceNode(node, {
        type: 'heading',
        depth: node.depth,
        children: [...formerIds.map(anchor), ...(children.some(holdsLink) ? [...children, selfLink(id, [])] : [selfLink(id, children)])],
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

const selfLink = (id: string, children: PhrasingContent[]): PhrasingContent => ({
  type: 'link',
  url: `#${id}`,
  data: { hProperties: { className: ['self-link'], ...(children.length === 0 && { ariaLabel: 'Link to this section' }) } },
  children,
});

const holdsLink = (node: PhrasingContent): boolean =>
  node.type === 'link' || node.type === 'linkReference' || ('children' in node && node.children.some(holdsLink));
