/** Returns nodes of a Markdown syntax tree (mdast). */
import type {
  BlockContent,
  Blockquote,
  Heading,
  Link,
  List,
  ListItem,
  Paragraph,
  PhrasingContent,
  RootContent,
  Strong,
  Table,
} from 'mdast';
import { inlineParts } from '../model/inline-code.ts';

/** Inline content: text, or a node. */
export type Phrase = string | PhrasingContent;
/** The content of a list item or a quotation. */
export type Block = BlockContent;

const phrasing = (phrases: readonly Phrase[]): PhrasingContent[] =>
  phrases.map((phrase) => (typeof phrase === 'string' ? { type: 'text', value: phrase } : phrase));

export const paragraph = (...phrases: Phrase[]): Paragraph => ({ type: 'paragraph', children: phrasing(phrases) });
export const heading = (depth: Heading['depth'], ...phrases: Phrase[]): Heading => ({
  type: 'heading',
  depth,
  children: phrasing(phrases),
});
export const strong = (text: string): Strong => ({ type: 'strong', children: phrasing([text]) });
export const code = (value: string): PhrasingContent => ({ type: 'inlineCode', value });
export const link = ({ title, url }: { title: string; url: string }): Link => ({ type: 'link', url, children: phrasing([title]) });

/** Returns a list with one item for each line. */
export const list = (items: readonly (readonly Phrase[])[], ordered = false): List => ({
  type: 'list',
  ordered,
  spread: false,
  children: items.map((phrases): ListItem => ({ type: 'listItem', spread: false, children: [paragraph(...phrases)] })),
});

/** Returns a quotation that begins with a label, for content that pages show as an aside. */
export const aside = (label: string, content: readonly RootContent[]): Blockquote => ({
  type: 'blockquote',
  children: [paragraph(strong(label)), ...(content as Block[])],
});

/** Returns phrases with a separator between them. */
export const joined = (phrases: readonly Phrase[], separator = ', '): Phrase[] =>
  phrases.flatMap((phrase, index) => (index > 0 ? [separator, phrase] : [phrase]));

/** Returns a short text of the frontmatter, in which words between backticks are code. */
export const inlineText = (text: string): Phrase[] => inlineParts(text).map((part) => ('code' in part ? code(part.code) : part.text));

/** Returns a table; the first row is its head. */
export const table = (rows: readonly (readonly (readonly Phrase[])[])[]): Table => ({
  type: 'table',
  children: rows.map((cells) => ({
    type: 'tableRow',
    children: cells.map((phrases) => ({ type: 'tableCell', children: phrasing(phrases) })),
  })),
});
