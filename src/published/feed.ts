/** The feed: the newest articles, each in full. */
import { defineMdastPlugin, markdownToHtml } from 'satteri';
import { diagramLanguage } from '../model/code-languages.ts';
import { articleContentInMarkdown, type ArticleInSite } from './article-markdown.ts';
import { markdownText } from './markdown-document.ts';

/** How many articles the feed holds: what readers missed, not the whole site. */
export const feedLength = 10;

/**
 * An article as HTML for feed readers: no scripts, no styles, whole addresses. Where pages have a diagram, its words and a link stand.
 *
 * @param from the article
 */
export function feedContent(from: ArticleInSite): string {
  const { html } = markdownToHtml(markdownText(articleContentInMarkdown(from)), {
    features: { smartPunctuation: true },
    mdastPlugins: [linksForDiagrams(diagramUrls(from))],
  });
  return html;
}

/** Feed readers draw no diagrams; what one says stands above it already. */
function linksForDiagrams(urls: readonly string[]) {
  let diagrams = 0;
  return defineMdastPlugin({
    name: 'links-for-diagrams',
    code(node, context) {
      if (node.lang !== diagramLanguage) return;
      const url = urls[diagrams++] ?? '';
      const children = [{ type: 'link' as const, url, children: [{ type: 'text' as const, value: 'See the diagram' }] }];
      context.replaceNode(node, { type: 'paragraph', children });
    },
  });
}

/** Where each diagram of an article is on its page: under the nearest anchor above it. */
function diagramUrls({ article, absoluteUrls }: ArticleInSite): string[] {
  const anchors = article.body.outline.map((item) => ('heading' in item ? item.heading : item.section)).filter(({ id }) => id);
  return article.body.code
    .filter(({ language }) => language === diagramLanguage)
    .map(({ line }) => absoluteUrls.article(article.slug, anchors.findLast((anchor) => anchor.line < line)?.id));
}
