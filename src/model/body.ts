/** The contents of an article's body as plain data, for rules, outlines and search records. */
import type { Code, Heading, Image, Link, Nodes, Root } from 'mdast';
import { isSectionKind, type SectionKind } from './article.ts';
import { commandLanguages } from './code-languages.ts';

/** A place in a source file; both count from 1. */
export interface Place {
  line: number;
  column: number;
}

/** A heading; its text does not include the pinned id. */
export interface BodyHeading extends Place {
  depth: number;
  text: string;
  id: string | undefined;
  /** Former ids of the heading, which remain anchors. */
  formerIds: string[];
  /** The id of the section in which it stands. */
  section: string | undefined;
}

/** A section that describes a symptom, cause, check or fix. */
export interface BodySection extends Place {
  kind: SectionKind;
  id: string | undefined;
  /** The tag that encloses the section; undefined at the top level, where sections belong. */
  inside: string | undefined;
  /** The names of the tags directly inside the section, e.g. `Verify`. */
  parts: string[];
  /** The texts of its blocks in a language of `commandLanguages`, without those in Verify and Undo. */
  commands: string[];
  /** Whether there is nothing between its tags. */
  isEmpty: boolean;
}

/** A fenced block of code; diagrams are code blocks of the language `mermaid`. */
export interface BodyCode extends Place {
  language: string;
  meta: string;
  text: string;
  /** The tag that encloses it, e.g. `Verify`; undefined at the top. */
  inside: string | undefined;
  /** The section in which it stands, if any. */
  section: { kind: SectionKind; id: string | undefined } | undefined;
}

/** A `<Capture of="…">`: the place where an article shows output that its lab recorded. */
export interface BodyCapture extends Place {
  of: string | undefined;
  /** How it is shown: `table` for figures in columns; without it, as output. */
  as: string | undefined;
  /** The words above the columns of a table. */
  head: string | undefined;
}

/** A link or image. */
export interface BodyTarget extends Place {
  url: string;
  text: string;
}

/** A JSX tag, or code that has no place in an article. */
export interface BodyTag extends Place {
  name: string;
  /** The tag that encloses it; undefined at the top. */
  inside: string | undefined;
  /** The place that a `<Place on="…">` is for. */
  on?: string | undefined;
}

/** What rules need to know about a body. Each list is in the order of the file. */
export interface ArticleBody {
  headings: BodyHeading[];
  sections: BodySection[];
  code: BodyCode[];
  captures: BodyCapture[];
  links: BodyTarget[];
  images: BodyTarget[];
  tags: BodyTag[];
  /** `import`, `export` and `{expression}`, none of which an article may contain. */
  scripts: BodyTag[];
  /** Headings and sections in one list; a section renders a heading of level three. */
  outline: OutlineItem[];
}

/** An entry of the outline: a heading, or a section by its id. */
export type OutlineItem = { heading: BodyHeading } | { section: BodySection };

const pinnedIds = /\s*\[#([a-z0-9-]+(?: #[a-z0-9-]+)*)\]\s*$/;

/**
 * Separates a heading's text from the id that is pinned to its end, as in `What you see [#symptoms]`, and from its former
 * ids, as in `Copy-on-write [#copy-on-write #fork]`.
 *
 * @returns the text without the ids, the id if there is one, and the former ids
 */
export function splitPinnedId(text: string): { text: string; id: string | undefined; formerIds: string[] } {
  const [mark, ids] = pinnedIds.exec(text) ?? [''];
  const [id, ...formerIds] = ids?.split(' #') ?? [];
  return { text: text.slice(0, text.length - mark.length), id, formerIds };
}

/** Returns the text of a node and its descendants, without markup. */
export function textOf(node: Nodes): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

/** Returns the value of a JSX attribute that is a plain string; undefined when it is missing or an expression. */
export function attributeOf(node: Extract<Nodes, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>, name: string): string | undefined {
  const attribute = node.attributes.find((candidate) => candidate.type === 'mdxJsxAttribute' && candidate.name === name);
  return typeof attribute?.value === 'string' ? attribute.value : undefined;
}

const placeOf = (node: Nodes): Place => ({ line: node.position?.start.line ?? 1, column: node.position?.start.column ?? 1 });

/**
 * Collects the facts of an article's body.
 *
 * @param root the syntax tree of the whole file, with positions
 */
export function readBody(root: Root): ArticleBody {
  const body: ArticleBody = {
    headings: [],
    sections: [],
    code: [],
    captures: [],
    links: [],
    images: [],
    tags: [],
    scripts: [],
    outline: [],
  };
  collect(root, body, { tag: undefined, section: undefined });
  return body;
}

/** What encloses a node: the nearest tag, and the section. */
interface Around {
  tag: string | undefined;
  section: BodyCode['section'];
}

function collect(node: Nodes, body: ArticleBody, around: Around): void {
  const inside = around.tag;
  switch (node.type) {
    case 'heading':
      collectHeading(node, body, around.section?.id);
      break;
    case 'code':
      body.code.push(codeOf(node, around));
      break;
    case 'link':
      body.links.push(linkOf(node));
      break;
    case 'definition':
      body.links.push({ url: node.url, text: node.label ?? '', ...placeOf(node) });
      break;
    case 'imageReference':
      body.images.push({ url: node.identifier, text: node.alt ?? '', ...placeOf(node) });
      break;
    case 'image':
      body.images.push(imageOf(node));
      break;
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      collectTag(node, body, inside);
      break;
    case 'mdxjsEsm':
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      body.scripts.push({ name: node.value, inside, ...placeOf(node) });
      break;
  }
  if (!('children' in node)) return;
  const within = aroundChildren(node, around);
  for (const child of node.children) collect(child, body, within);
}

function aroundChildren(node: Nodes, around: Around): Around {
  if ((node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') || !node.name) return around;
  return { tag: node.name, section: isSectionKind(node.name) ? { kind: node.name, id: attributeOf(node, 'id') } : around.section };
}

/** Returns the commands of a section, without those of its verification and undo. */
function commandsIn(children: readonly Nodes[]): string[] {
  return children.flatMap((child) => {
    if (child.type === 'code') return commandLanguages.has(child.lang ?? '') ? [child.value] : [];
    const isPlace = child.type === 'mdxJsxFlowElement' && (child.name === 'Places' || child.name === 'Place');
    return isPlace ? commandsIn(child.children) : [];
  });
}

function collectHeading(node: Heading, body: ArticleBody, section: string | undefined): void {
  const heading = { depth: node.depth, ...splitPinnedId(textOf(node)), section, ...placeOf(node) };
  body.headings.push(heading);
  body.outline.push({ heading });
}

function collectTag(
  node: Extract<Nodes, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>,
  body: ArticleBody,
  inside: string | undefined,
): void {
  body.tags.push({ name: node.name ?? '', inside, on: attributeOf(node, 'on'), ...placeOf(node) });
  for (const { value } of node.attributes)
    if (typeof value === 'object' && value) body.scripts.push({ name: value.value, inside, ...placeOf(node) });
  for (const attribute of node.attributes)
    if (attribute.type === 'mdxJsxExpressionAttribute') body.scripts.push({ name: attribute.value, inside, ...placeOf(node) });
  if (node.name === 'Capture')
    body.captures.push({ of: attributeOf(node, 'of'), as: attributeOf(node, 'as'), head: attributeOf(node, 'head'), ...placeOf(node) });
  if (!isSectionKind(node.name)) return;
  const children = node.children as Nodes[];
  const section: BodySection = {
    kind: node.name,
    id: attributeOf(node, 'id'),
    inside,
    parts: children.flatMap((child) => (child.type === 'mdxJsxFlowElement' && child.name ? [child.name] : [])),
    commands: commandsIn(children),
    isEmpty: children.length === 0,
    ...placeOf(node),
  };
  body.sections.push(section);
  body.outline.push({ section });
}

const codeOf = (node: Code, { tag, section }: Around): BodyCode => ({
  language: node.lang ?? '',
  meta: node.meta ?? '',
  text: node.value,
  inside: tag,
  section,
  ...placeOf(node),
});
const linkOf = (node: Link): BodyTarget => ({ url: node.url, text: textOf(node), ...placeOf(node) });
const imageOf = (node: Image): BodyTarget => ({ url: node.url, text: node.alt ?? '', ...placeOf(node) });
