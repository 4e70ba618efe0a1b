/** A Markdown document as text: front matter, then the tree as GitHub reads it. */
import type { Root, RootContent } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { stringify } from 'yaml';

/**
 * Writes a document.
 *
 * @param frontMatter the fields at its head
 * @param children its content
 */
export const markdownDocument = (frontMatter: Record<string, unknown>, children: RootContent[]): string =>
  `---\n${stringify(frontMatter, { lineWidth: 0 })}---\n\n${markdownText(children)}`;

/** Writes nodes as Markdown, with no front matter. */
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
