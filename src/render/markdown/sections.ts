import { defineMdastPlugin, type MdastNode, type MdastPluginEntry, type MdxJsxAttributeUnion } from 'satteri';
import { isSectionKind } from '../../model/article.ts';
import { attributeOf } from '../../model/body.ts';
import { commandAnchors } from '../../model/command-anchors.ts';
import { beforeYouStartSlot, messagesPart, sectionSlot } from '../../content/sections.ts';

type Element = Extract<MdastNode, { type: 'mdxJsxFlowElement' }>;

/**
 * Lets a page render a whole article or only some of its sections.
 *
 * The body becomes `<Body parts={[…]} groups={props.groups} …>`. Everything at its top level becomes a slot: a section is named by its id, the
 * content between sections by a number. `Body` renders only the slots that the page asks for.
 *
 * A section gets its data from the page that renders the body, by its id: `<Fix id="x">` becomes `<Fix {...props.sections["x"]}>`. Labelled
 * code gets its anchor here, because the anchor contains the section's id, which later plugins do not see.
 */
export const sections = (): MdastPluginEntry =>
  defineMdastPlugin({
    name: 'sections',
    before(root, context) {
      emptyFrontmatter(context.data);
      for (const [code, anchor] of commandAnchors(root.children))
        context.setProperty(code, 'meta', `${code.meta ?? ''} anchor="${anchor}"`);
      const parts: string[] = [];
      for (const node of root.children) {
        if (node.type === 'yaml') continue;
        const slot = slotOf(node) ?? String(parts.length);
        const part = isSymptom(node) ? messagesPart : slot;
        if (!parts.includes(part)) parts.push(part);
        if (!slotOf(node)) context.wrapNode(node, element('Fragment', [plain('slot', slot)]));
      }
      context.setProperty(root, 'children', [
        {
          ...element('Body', [
            expression('parts', JSON.stringify(parts)),
            expression('groups', 'props.groups'),
            expression('messages', 'props.messages'),
            expression('hasNeeds', 'props.hasNeeds'),
          ]),
          children: [...root.children] as never,
        },
      ]);
    },
    mdxJsxFlowElement(node) {
      const slot = slotOf(node);
      if (slot === beforeYouStartSlot) return { ...node, attributes: [plain('slot', slot), ...node.attributes] };
      if (slot) {
        const data = spread(`...props.sections?.[${JSON.stringify(idOf(node))}]`);
        return { ...node, attributes: [plain('slot', slot), data], children: node.children.map((child) => withData(child, data)) };
      }
      if (node.name === 'LookAlikes') return { ...node, attributes: [spread('...props.lookAlikes')] };
      return undefined;
    },
  });

/** Empties the frontmatter, which Astro would put into the module of every article. Nothing reads it there: `content/` reads the file itself. */
function emptyFrontmatter(data: Record<string, unknown>): void {
  const { frontmatter = {} } = (data['astro'] ?? {}) as { frontmatter?: Record<string, unknown> };
  for (const field of Object.keys(frontmatter)) delete frontmatter[field];
}

const idOf = (node: Element): string => attributeOf(node, 'id') ?? '';
/** The readings are told by the data of the check that encloses them. */
const withData = <Child extends MdastNode>(child: Child, data: MdxJsxAttributeUnion): Child =>
  child.type === 'mdxJsxFlowElement' && child.name === 'Readings' ? { ...child, attributes: [data] } : child;

const isSymptom = (node: MdastNode): boolean => node.type === 'mdxJsxFlowElement' && node.name === 'Symptom';
function slotOf(node: MdastNode): string | undefined {
  if (node.type !== 'mdxJsxFlowElement') return undefined;
  if (node.name === 'BeforeYouStart') return beforeYouStartSlot;
  return isSectionKind(node.name) ? sectionSlot(idOf(node)) : undefined;
}

const element = (name: string, attributes: Element['attributes']): Element => ({
  type: 'mdxJsxFlowElement',
  name,
  attributes,
  children: [],
});
const plain = (name: string, value: string): MdxJsxAttributeUnion => ({ type: 'mdxJsxAttribute', name, value });
const expression = (name: string, value: string): MdxJsxAttributeUnion => ({
  type: 'mdxJsxAttribute',
  name,
  value: { type: 'mdxJsxAttributeValueExpression', value },
});
const spread = (value: string): MdxJsxAttributeUnion => ({ type: 'mdxJsxExpressionAttribute', value });
