/** Code blocks and diagrams of an article in plain Markdown. */
import type { Code, RootContent } from 'mdast';
import { diagramLanguage, outputLanguage } from '../model/code-languages.ts';
import { fenceOptions } from '../model/commands.ts';
import { readDiagram } from '../model/diagram.ts';
import { code, paragraph, strong } from './markdown-nodes.ts';

/**
 * Returns a code block or diagram as plain Markdown. The title of a block becomes a paragraph above it, since the options of a fence mean
 * nothing outside this site.
 *
 * @param node the block as the author wrote it
 * @param resolveUrl turns a link of a diagram into an absolute URL
 */
export function toldCode(node: Code, resolveUrl: (url: string) => string): RootContent[] {
  if (node.lang === diagramLanguage) return toldDiagram(node, resolveUrl);
  const { title, unrun } = fenceOptions(node.meta ?? '');
  const block = node.lang === outputLanguage ? outputBlock(node.value) : { ...node, meta: null };
  return [...(title ? [paragraph(code(title), ':')] : []), block, ...(unrun ? [paragraph(`Not run here: ${unrun}`)] : [])];
}

/** Returns output of software as a code block. */
export const outputBlock = (text: string): Code => ({ type: 'code', lang: 'text', meta: null, value: text });

/** Returns a diagram's title and description, then its source with absolute URLs. */
function toldDiagram(node: Code, resolveUrl: (url: string) => string): RootContent[] {
  const { title = 'Diagram', description = '', links } = readDiagram(node.value);
  const lines = node.value.split('\n');
  for (const { url, line } of links) lines[line - 1] = lines[line - 1]?.replace(`"${url}"`, () => `"${resolveUrl(url)}"`) ?? '';
  return [paragraph(strong(`${title}.`), ` ${description}`), { ...node, value: lines.join('\n') }];
}
