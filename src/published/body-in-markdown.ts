/** An article's body as plain Markdown: tags become headings, lists and quotations; links become absolute URLs. */
import type { Heading, Html, Nodes, Root, RootContent } from 'mdast';
import { attributeOf, splitPinnedId } from '../model/body.ts';
import { captureTable } from '../model/capture-table.ts';
import { isSectionKind } from '../model/article.ts';
import { beforeYouStartSlot, type BodyProps } from '../content/sections.ts';
import { excerpt } from '../render/markdown/captures.ts';
import { places } from '../model/vocabulary.ts';
import { contentUrl, parseContentLink, type AbsoluteUrls } from '../addresses/permalinks.ts';
import { outputBlock, toldCode } from './code-in-markdown.ts';
import { aside, heading, paragraph, strong, table } from './markdown-nodes.ts';
import { commandsRun, fixFacts, lookAlikes, messageTable, readingTable } from './sections-in-markdown.ts';

/** The data and URLs that the rendering of a body needs. */
export interface BodyContext {
  slug: string;
  /** The data of its sections, with absolute URLs. A section without data is left out. */
  props: BodyProps;
  /** The URLs of the article's references, by id. */
  references: ReadonlyMap<string, string>;
  /** The captures of the article's lab: their texts by name. */
  captures: ReadonlyMap<string, string>;
  /** The absolute URLs of the site. */
  absoluteUrls: AbsoluteUrls;
  /** Sections that were written before, by their ids. */
  written?: ReadonlyMap<string, Html>;
  /** The check whose section is told. */
  check?: string | undefined;
}

type Tag = Extract<Nodes, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>;

/**
 * Returns the whole body of an article as Markdown nodes.
 *
 * @param root the syntax tree of the article's file
 * @param context the data and URLs for it
 */
export const bodyInMarkdown = (root: Root, context: BodyContext): RootContent[] =>
  root.children.flatMap((node) =>
    isSymptom(node)
      ? // One table stands in the place of all of them.
        node === root.children.find(isSymptom)
        ? messageTable(context.props.messages ?? [])
        : []
      : (told(node, context) as RootContent[]),
  );

const isSymptom = (node: Nodes): boolean => node.type === 'mdxJsxFlowElement' && node.name === 'Symptom';

/**
 * Returns the sections of an article that `context` has data for, as Markdown nodes.
 *
 * @param root the syntax tree of the article's file
 * @param context the data and URLs for them
 * @returns the content of each section, by its id
 */
export const sectionsInMarkdown = (root: Root, context: BodyContext): Map<string, RootContent[]> =>
  new Map(
    root.children.flatMap((node) => {
      const id = idOf(node);
      const isKnown = id === beforeYouStartSlot || (id !== undefined && Object.hasOwn(context.props.sections, id));
      return isKnown ? [[id, told(node, context) as RootContent[]] as const] : [];
    }),
  );

/** Returns the id of a section, or the name of what the commands need. */
function idOf(node: Nodes): string | undefined {
  if (node.type !== 'mdxJsxFlowElement') return undefined;
  if (node.name === 'BeforeYouStart') return beforeYouStartSlot;
  return isSectionKind(node.name) ? attributeOf(node, 'id') : undefined;
}

function told(node: Nodes, context: BodyContext): Nodes[] {
  switch (node.type) {
    case 'yaml':
      return [];
    case 'image':
      // Without the URL of the picture, which contains a hash and may change with the next build.
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

/** Returns the URL of a link. A reference becomes the URL of its source, since the list of references may be on another page. */
function targetOf(url: string, { slug, references, absoluteUrls }: BodyContext): string {
  const link = parseContentLink(url);
  return (link?.to === 'reference' && references.get(link.id)) || contentUrl(url, slug, absoluteUrls);
}

function toldTag(node: Tag, context: BodyContext): Nodes[] {
  const written = context.written?.get(attributeOf(node, 'id') ?? '');
  if (written) return [written];
  const check = node.name === 'Check' ? attributeOf(node, 'id') : context.check;
  const content = inside(node, { ...context, check }) as RootContent[];
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
      return [captured(node, context)];
    case 'Place':
      return [paragraph(strong(`${placeName(attributeOf(node, 'on'))}:`)), ...content];
    case 'Places':
      return content;
    case 'LookAlikes':
      return context.props.lookAlikes.entries.length > 0
        ? [heading(3, 'Look-alikes'), ...lookAlikes(context.props.lookAlikes.entries)]
        : [];
    case 'Readings':
      return readingsOf(context);
    case 'BeforeYouStart':
      return [aside(`Before you start: ${attributeOf(node, 'needs') ?? ''}`, content)];
    default:
      return toldSection(attributeOf(node, 'id') ?? '', content, context);
  }
}

function readingsOf({ props, check = '' }: BodyContext): RootContent[] {
  const section = props.sections[check];
  return section && 'readings' in section ? readingTable(section.readings) : [];
}

function toldSection(id: string, content: RootContent[], { slug, props, absoluteUrls }: BodyContext): Nodes[] {
  const section = props.sections[id];
  if (!section) return [];
  if ('symptom' in section) return content;
  if ('cause' in section) return [heading(3, section.cause.title), ...content];
  if ('check' in section) return [heading(3, section.check.title), ...content, ...commandsRun(section.run)];
  const { fix, causes, run } = section;
  return [heading(3, fix.title), ...fixFacts(fix, causes, absoluteUrls.article(slug, fix.id)), ...content, ...commandsRun(run)];
}

/** Returns captured output, as a block or as a table. */
function captured(node: Parameters<typeof attributeOf>[0], { captures }: BodyContext): RootContent {
  const text = captures.get(attributeOf(node, 'of') ?? '')?.trimEnd() ?? '';
  const found = attributeOf(node, 'as') === 'table' ? captureTable(text, attributeOf(node, 'head')) : undefined;
  return found && !('wrong' in found)
    ? table([found.head, ...found.rows].map((cells) => cells.map((cell) => [cell])))
    : outputBlock(excerpt(text, attributeOf(node, 'lines')));
}

const placeName = (on = ''): string => (Object.hasOwn(places, on) ? places[on as keyof typeof places] : on);
