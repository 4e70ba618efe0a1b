import { defineMdastPlugin, type MdastNode, type MdastPluginEntry, type MdxJsxAttributeUnion } from 'satteri';
import { attributeOf } from '../../model/body.ts';
import { isSectionKind } from '../../model/article.ts';
import { commandAnchors } from '../../model/command-anchors.ts';

/**
 * Lets a page show an article whole or only some of its sections.
 *
 * A section gets its data from the page that renders the body, by its id: `<Fix id="x">` becomes
 * `<Fix {...props.sections["x"]}>`. What stands outside of sections is wrapped in `<Prose shown={props.whole}>`. Commands
 * get the anchor that follows from their section, while its id can still be seen.
 */
export const sections = (): MdastPluginEntry =>
  defineMdastPlugin({
    name: 'sections',
    before(root, context) {
      for (const [code, anchor] of commandAnchors(root.children))
        context.setProperty(code, 'meta', `${code.meta ?? ''} anchor="${anchor}"`);
      for (const node of root.children) {
        if (node.type === 'yaml' || (node.type === 'mdxJsxFlowElement' && isSectionKind(node.name))) continue;
        context.wrapNode(node, wrapper());
      }
    },
    mdxJsxFlowElement(node) {
      if (isSectionKind(node.name))
        return { ...node, attributes: [spread(`...props.sections?.[${JSON.stringify(attributeOf(node, 'id') ?? '')}]`)] };
      if (node.name === 'LookAlikes') return { ...node, attributes: [spread('...props.lookAlikes')] };
      return undefined;
    },
  });

const spread = (value: string): MdxJsxAttributeUnion => ({ type: 'mdxJsxExpressionAttribute', value });

const wrapper = (): Extract<MdastNode, { type: 'mdxJsxFlowElement' }> => ({
  type: 'mdxJsxFlowElement',
  name: 'Prose',
  attributes: [{ type: 'mdxJsxAttribute', name: 'shown', value: { type: 'mdxJsxAttributeValueExpression', value: 'props.whole' } }],
  children: [],
});
