/** The feed: the newest articles, each in full. */
import { defineMdastPlugin, markdownToHtml } from 'satteri';
import { diagramLanguage } from '../model/code-languages.ts';
import { articleContentInMarkdown, type ArticleInSite } from './article-markdown.ts';
import { markdownText } from './markdown-document.ts';

/** The number of articles in the feed: enough for readers to catch up, not the whole site. */
export const feedLength = 10;

/**
 * Returns an article as HTML for feed readers: no scripts, no styles, absolute URLs. A diagram becomes its description and a link to it.
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

/** Replaces the source of each diagram by a link to it: feed readers draw no diagrams, and the description is above it already. */
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

/** Returns a URL for each diagram of an article: the nearest anchor above the diagram. */
function diagramUrls({ article, absoluteUrls }: ArticleInSite): string[] {
  const anchors = article.body.outline.map((item) => ('heading' in item ? item.heading : item.section)).filter(({ id }) => id);
  return article.body.code
    .filter(({ language }) => language === diagramLanguage)
    .map(({ line }) => absoluteUrls.article(article.slug, anchors.findLast((anchor) => anchor.line < line)?.id));
}
