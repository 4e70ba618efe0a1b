import { fileURLToPath } from 'node:url';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { defineMdastPlugin, type MdastNode, type MdastPluginEntry } from 'satteri';
import { renderCode } from '../code-blocks/engine.ts';
import { diagramLanguage } from '../../model/code-languages.ts';
import { fenceOptions } from '../../model/commands.ts';
import { drawDiagrams } from '../diagrams/index.ts';
import { diagramFigure, diagramPicture } from '../diagrams/figure.ts';
import { contentUrl, type Permalinks } from '../../addresses/permalinks.ts';
import { slugOf } from './content-links.ts';

/**
 * Replaces fenced blocks by finished HTML: diagrams are drawn, code is highlighted and framed.
 *
 * @param permalinks the URLs of the site
 */
export const fences =
  (permalinks: Permalinks): MdastPluginEntry =>
  ({ fileURL }) => {
    let diagrams = 0;
    return defineMdastPlugin({
      name: 'fences',
      options: { position: true },
      async code(node, context) {
        if (node.lang !== diagramLanguage) {
          const { unrun, anchor } = fenceOptions(node.meta ?? '');
          const html = await renderCode(node.value, node.lang ?? 'text', node.meta ?? '', anchor);
          return finished(html + (unrun ? toHtml(h('p.unrun', `Not run here: ${unrun}`)) : ''));
        }
        const isFirst = diagrams++ === 0; // visitors are called in order, but finish in any
        const [result] = await drawDiagrams([node.value]);
        if (!result?.ok)
          throw new Error(
            `${fileURL ? fileURLToPath(fileURL) : 'diagram'}:${node.position?.start.line ?? 1}: a diagram that cannot be drawn: ${result?.reason ?? ''}`,
          );
        // The first diagram is the article's picture on cards; pages read it from the rendered entry.
        const { frontmatter } = (context.data['astro'] ?? {}) as { frontmatter?: { picture?: string } };
        if (frontmatter && isFirst) frontmatter.picture = diagramPicture(result.drawing);
        const slug = slugOf(fileURL);
        return finished(diagramFigure(result.drawing, (url) => contentUrl(url, slug, permalinks)));
      },
    });
  };

/** HTML that goes to the page as it is. Parsed as Markdown again, blank lines in code would end it. */
const finished = (html: string): MdastNode => ({
  type: 'mdxJsxFlowElement',
  name: 'Fragment',
  attributes: [{ type: 'mdxJsxAttribute', name: 'set:html', value: html }],
  children: [],
});
