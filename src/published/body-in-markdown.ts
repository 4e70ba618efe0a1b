/** An article's body as plain Markdown: tags become headings, lists and quotations, links become whole addresses. */
import type { Heading, Nodes, Root, RootContent } from 'mdast';
import { attributeOf, splitPinnedId } from '../model/body.ts';
import { isSectionKind } from '../model/article.ts';
import type { BodyProps } from '../content/sections.ts';
import { excerpt } from '../render/markdown/captures.ts';
import { contentUrl, parseContentLink, type AbsoluteUrls } from '../addresses/permalinks.ts';
import { outputBlock, toldCode } from './code-in-markdown.ts';
import { aside, heading, paragraph, strong } from './markdown-nodes.ts';
import { commandsRun, fixFacts, lookAlikes, symptomFacts } from './sections-in-markdown.ts';

/** What a body is told with. */
export interface BodyContext {
  slug: string;
  /** The data of its sections, with whole addresses. A section without data is left out. */
  props: BodyProps;
  /** The addresses of the article's references, by id. */
  references: ReadonlyMap<string, string>;
  /** What the article's lab captured, by name. */
  captures: ReadonlyMap<string, string>;
  /** The URLs of the site, as whole addresses. */
  absoluteUrls: AbsoluteUrls;
}

type Tag = Extract<Nodes, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>;

/**
 * Writes the whole body of an article in Markdown.
 *
 * @param root the syntax tree of the article's file
 * @param context what it is written with
 */
export const bodyInMarkdown = (root: Root, context: BodyContext): RootContent[] =>
  root.children.flatMap((node) => told(node, context) as RootContent[]);

/**
 * Writes those sections of an article in Markdown for which there is data.
 *
 * @param root the syntax tree of the article's file
 * @param context what they are written with
 * @returns the content of each section, by its id
 */
export const sectionsInMarkdown = (root: Root, context: BodyContext): Map<string, RootContent[]> =>
  new Map(
    root.children.flatMap((node) => {
      const id = node.type === 'mdxJsxFlowElement' && isSectionKind(node.name) ? attributeOf(node, 'id') : undefined;
      return id !== undefined && Object.hasOwn(context.props.sections, id) ? [[id, told(node, context) as RootContent[]] as const] : [];
    }),
  );

function told(node: Nodes, context: BodyContext): Nodes[] {
  switch (node.type) {
    case 'yaml':
      return [];
    case 'image':
      // The page shows it at an address that the next build may change.
      return [{ type: 'emphasis', children: [{ type: 'text', value: `Picture: ${node.alt ?? ''}` }] }];
    case 'code':
      return toldCode(node, (url) => targetOf(url, context));
    case 'heading':
      return [{ ...node, children: withoutId(inside(node, context) as Heading['children']) }];
    case 'link':
    case 'definition':
      return [{ ...node, url: targetOf(node.url, context), ...('children' in node && { children: inside(node, context) }) } as Nodes];
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      return toldTag(node, context);
    default:
      return ['children' in node ? ({ ...node, children: inside(node, context) } as Nodes) : node];
  }
}

const inside = (node: Nodes, context: BodyContext): Nodes[] =>
  'children' in node ? node.children.flatMap((child) => told(child, context)) : [];

function withoutId(children: Heading['children']): Heading['children'] {
  const last = children.at(-1);
  return last?.type === 'text' ? [...children.slice(0, -1), { ...last, value: splitPinnedId(last.value).text }] : children;
}

/** References lead to the source itself: the list of references is not at hand wherever a part of an article is read. */
function targetOf(url: string, { slug, references, absoluteUrls }: BodyContext): string {
  const link = parseContentLink(url);
  return (link?.to === 'reference' && references.get(link.id)) || contentUrl(url, slug, absoluteUrls);
}

function toldTag(node: Tag, context: BodyContext): Nodes[] {
  const content = inside(node, context) as RootContent[];
  switch (node.name) {
    case 'Verify':
    case 'Undo':
      return [paragraph(strong(`${node.name}.`)), ...content];
    case 'Note':
    case 'Warning':
      return [aside(`${node.name}.`, content)];
    case 'Objection':
      return [aside(`“${attributeOf(node, 'says') ?? ''}”`, content)];
    case 'Capture':
      return [outputBlock(excerpt(context.captures.get(attributeOf(node, 'of') ?? '')?.trimEnd() ?? '', attributeOf(node, 'lines')))];
    case 'LookAlikes':
      return context.props.lookAlikes.entries.length > 0
        ? [heading(3, 'Look-alikes'), ...lookAlikes(context.props.lookAlikes.entries, 4)]
        : [];
    default:
      return toldSection(attributeOf(node, 'id') ?? '', content, context);
  }
}

function toldSection(id: string, content: RootContent[], { slug, props, absoluteUrls }: BodyContext): Nodes[] {
  const section = props.sections[id];
  if (!section) return [];
  if ('symptom' in section) return [heading(3, section.symptom.title), ...symptomFacts(section), ...content];
  if ('cause' in section) return [heading(3, section.cause.title), ...content];
  if ('check' in section) return [heading(3, section.check.title), ...content, ...commandsRun(section.run)];
  const { fix, causes, run } = section;
  return [heading(3, fix.title), ...fixFacts(fix, causes, absoluteUrls.article(slug, fix.id)), ...content, ...commandsRun(run)];
}
