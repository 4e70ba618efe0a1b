/** Finds links to the site in Markdown. */
import type { Nodes } from 'mdast';
import { markdownToMdast } from 'satteri';
import { findLinks, locateLinks, type FoundLink } from './find-links.ts';

/**
 * Finds the targets of Markdown links, definitions and images that lead to the site.
 *
 * @param text the content of the file
 * @param home the URL of the site
 */
export function linksInMarkdown(text: string, home: string): FoundLink[] {
  const links: FoundLink[] = [];
  const collect = (node: Nodes): void => {
    const [start = 0, end = 0] = [node.position?.start.offset, node.position?.end.offset];
    if (node.type === 'link' || node.type === 'definition' || node.type === 'image') {
      // The target comes after the text, which may show the same URL. For a bare URL, text and target are the same.
      const shown = 'children' in node ? (node.children.at(-1)?.position?.end.offset ?? start) : start;
      const from = findLinks(text.slice(shown, end), home).length ? shown : start;
      links.push(...locateLinks(node.url, text.slice(from, end), from, home));
    }
    if ('children' in node) node.children.forEach(collect);
  };
  collect(markdownToMdast(text, { position: true }));
  return links;
}
