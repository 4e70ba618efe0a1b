import { fileURLToPath } from 'node:url';
import type { Code, Nodes } from 'mdast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { defineMdastPlugin, type MdastNode, type MdastPluginEntry } from 'satteri';
import { contentUrl, type Permalinks } from '../../addresses/permalinks.ts';
import { diagramLanguage } from '../../model/code-languages.ts';
import { fenceOptions } from '../../model/commands.ts';
import { renderBlocks, type CodeBlock } from '../code-blocks/blocks.ts';
import { diagramFigure } from '../diagrams/figure.ts';
import { drawDiagrams, type Drawing } from '../diagrams/index.ts';
import { slugOf } from './content-links.ts';

/**
 * Replaces fenced blocks by HTML: draws diagrams, highlights and frames code.
 *
 * @param permalinks the URLs of the site
 */
export const fences =
  (permalinks: Permalinks): MdastPluginEntry =>
  ({ fileURL }) => {
    const html: string[] = [];
    return defineMdastPlugin({
      name: 'fences',
      options: { position: true },
      async before(root) {
        const nodes = codeIn(root);
        const drawings = await drawn(nodes.filter(isDiagram), fileURL);
        const blocks = await renderBlocks(nodes.filter((node) => !isDiagram(node)).map(blockOf));
        const slug = slugOf(fileURL);
        for (const node of nodes) {
          const drawing = isDiagram(node) ? drawings.shift() : undefined;
          html.push(drawing ? diagramFigure(drawing, (url) => contentUrl(url, slug, permalinks)) : (blocks.shift() ?? '') + reasonOf(node));
        }
      },
      // The blocks are visited in document order.
      code: () => finished(html.shift() ?? ''),
    });
  };

const codeIn = (node: Nodes): Code[] => (node.type === 'code' ? [node] : 'children' in node ? node.children.flatMap(codeIn) : []);
const isDiagram = ({ lang }: Code) => lang === diagramLanguage;

function blockOf({ value: code, lang, meta }: Code): CodeBlock {
  return { code, language: lang ?? 'text', meta: meta ?? '', anchor: fenceOptions(meta ?? '')['anchor'] };
}

/** Returns a note that says why no lab runs a command; an empty text when there is no reason. */
function reasonOf({ meta }: Code): string {
  const { unrun } = fenceOptions(meta ?? '');
  return unrun ? toHtml(h('p.unrun', `Not run here: ${unrun}`)) : '';
}

async function drawn(nodes: readonly Code[], fileURL: URL | undefined): Promise<Drawing[]> {
  const results = await drawDiagrams(nodes.map(({ value }) => value));
  return results.map((result, at) => {
    if (result.ok) return result.drawing;
    const place = `${fileURL ? fileURLToPath(fileURL) : 'diagram'}:${nodes[at]?.position?.start.line ?? 1}`;
    throw new Error(`${place}: a diagram that cannot be drawn: ${result.reason}`);
  });
}

/** Returns a node with HTML that is inserted unchanged. If it were parsed as Markdown again, blank lines in code would end it. */
const finished = (html: string): MdastNode => ({
  type: 'mdxJsxFlowElement',
  name: 'Fragment',
  attributes: [{ type: 'mdxJsxAttribute', name: 'set:html', value: html }],
  children: [],
});
