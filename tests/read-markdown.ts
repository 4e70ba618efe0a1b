/** Reads a Markdown document in tests, with the engine that reads articles. */
import type { Code, Heading, Nodes, Root } from 'mdast';
import { markdownToMdast } from 'satteri';
import { parse } from 'yaml';
import { textOf } from '../src/model/body.ts';

const nodesOf = (node: Nodes): Nodes[] => [node, ...('children' in node ? node.children.flatMap(nodesOf) : [])];
const isA =
  <T extends Nodes['type']>(type: T) =>
  (node: Nodes): node is Extract<Nodes, { type: T }> =>
    node.type === type;

/** What stands in a document. */
export interface ReadMarkdown {
  frontMatter: Record<string, unknown>;
  headings: { depth: Heading['depth']; text: string }[];
  code: Pick<Code, 'lang' | 'meta' | 'value'>[];
  inlineCode: string[];
  urls: string[];
  /** Raw HTML: what is left of tags. */
  html: string[];
  tables: string[][][];
  text: string;
}

/** Parses a document back. */
export function readMarkdown(document: string): ReadMarkdown {
  const root = markdownToMdast(document, {}) as Root;
  const nodes = nodesOf(root);
  return {
    frontMatter: parse(nodes.find(isA('yaml'))?.value ?? '{}') as Record<string, unknown>,
    headings: nodes.filter(isA('heading')).map((node) => ({ depth: node.depth, text: textOf(node) })),
    code: nodes.filter(isA('code')).map(({ lang, meta, value }) => ({ lang, meta, value })),
    inlineCode: nodes.filter(isA('inlineCode')).map(({ value }) => value),
    urls: nodes.flatMap((node) => ('url' in node ? [node.url] : [])),
    html: nodes.filter(isA('html')).map(({ value }) => value),
    tables: nodes.filter(isA('table')).map((table) => table.children.map((row) => row.children.map(textOf))),
    text: textOf({ ...root, children: root.children.filter(({ type }) => type !== 'yaml') }),
  };
}
