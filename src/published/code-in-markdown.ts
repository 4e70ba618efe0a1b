/** Code blocks and diagrams of an article in plain Markdown. */
import type { Code, RootContent } from 'mdast';
import { diagramLanguage, outputLanguage } from '../model/code-languages.ts';
import { fenceOptions } from '../model/commands.ts';
import { readDiagram } from '../model/diagram.ts';
import { code, paragraph, strong } from './markdown-nodes.ts';

/**
 * A fenced block. Code keeps its text; a title stands above it, since a fence's marks mean something on this site only.
 *
 * @param node the block as the author wrote it
 * @param resolveUrl turns a link of a diagram into a whole address
 */
export function toldCode(node: Code, resolveUrl: (url: string) => string): RootContent[] {
  if (node.lang === diagramLanguage) return toldDiagram(node, resolveUrl);
  const { title, unrun } = fenceOptions(node.meta ?? '');
  const block = node.lang === outputLanguage ? outputBlock(node.value) : { ...node, meta: null };
  return [...(title ? [paragraph(code(title), ':')] : []), block, ...(unrun ? [paragraph(`Not run here: ${unrun}`)] : [])];
}

/** What software printed. */
export const outputBlock = (text: string): Code => ({ type: 'code', lang: 'text', meta: null, value: text });

/** A diagram's words, then its source with links that work anywhere. */
function toldDiagram(node: Code, resolveUrl: (url: string) => string): RootContent[] {
  const { title = 'Diagram', description = '', links } = readDiagram(node.value);
  const lines = node.value.split('\n');
  for (const { url, line } of links) lines[line - 1] = lines[line - 1]?.replace(`"${url}"`, () => `"${resolveUrl(url)}"`) ?? '';
  return [paragraph(strong(`${title}.`), ` ${description}`), { ...node, value: lines.join('\n') }];
}
