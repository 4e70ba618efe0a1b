/** Writes Markdown documents: front matter, then GitHub Flavored Markdown. */
import type { Root, RootContent } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { stringify } from 'yaml';

/**
 * Returns a document as text.
 *
 * @param frontMatter the fields of its front matter
 * @param children the nodes of its content
 */
export const markdownDocument = (frontMatter: Record<string, unknown>, children: RootContent[]): string =>
  `---\n${stringify(frontMatter, { lineWidth: 0 })}---\n\n${markdownText(children)}`;

/** Returns nodes as Markdown text, without front matter. */
export function markdownText(children: RootContent[]): string {
  const root: Root = { type: 'root', children };
  return toMarkdown(root, {
    bullet: '-',
    fences: true,
    listItemIndent: 'one',
    rule: '-',
    extensions: [gfmToMarkdown({ tablePipeAlign: false })],
  });
}
