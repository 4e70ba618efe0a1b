import { existsSync, readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineMdastPlugin, type MdastNode, type MdastPluginEntry } from 'satteri';
import { outputLanguage } from '../../model/code-languages.ts';
import { attributeOf } from '../../model/body.ts';
import { captureTable, type CaptureTable } from '../../model/capture-table.ts';

/**
 * Replaces `<Capture of="name" />` by the capture of that name, as a block of output.
 *
 * `lines="3-9"` shows a part of it, with "…" for the omitted lines. `as="table"` shows figures in columns as a table. A capture that does not exist yet is shown as such: the check stops a
 * build because of it, and an author sees the rest of the page meanwhile.
 */
export const captures =
  (): MdastPluginEntry =>
  ({ fileURL }) =>
    defineMdastPlugin({
      name: 'captures',
      mdxJsxFlowElement(node) {
        if (node.name !== 'Capture' || !fileURL) return undefined;
        const name = attributeOf(node, 'of') ?? '';
        const text = captureIn(path.dirname(fileURLToPath(fileURL)), name);
        if (text !== undefined && attributeOf(node, 'as') === 'table') {
          const table = captureTable(text, attributeOf(node, 'head'));
          if (!('wrong' in table)) return tableOf(table);
        }
        const value = text === undefined ? notCaptured(name) : excerpt(text.trimEnd(), attributeOf(node, 'lines'));
        return { type: 'code', lang: outputLanguage, meta: null, value };
      },
    });

const tableOf = ({ head, rows }: CaptureTable): MdastNode => ({
  type: 'table',
  align: [],
  children: [head, ...rows].map((cells) => ({
    type: 'tableRow',
    children: cells.map((value) => ({ type: 'tableCell', children: [{ type: 'text', value }] })),
  })),
});

const folderIn = (article: string) => path.join(article, 'captures');

/**
 * Returns the names and contents of all captures of an article, which its body may show.
 *
 * @param file the article
 */
export async function capturesBeside(file: string): Promise<string[]> {
  const folder = folderIn(path.dirname(file));
  if (!existsSync(folder)) return [];
  const names = (await readdir(folder)).toSorted();
  return [...names, ...(await Promise.all(names.map((name) => readFile(path.join(folder, name), 'utf8'))))];
}

function captureIn(article: string, name: string): string | undefined {
  const file = path.join(folderIn(article), `${name}.txt`);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

const notCaptured = (name: string) => `No lab has captured "${name}" yet.`;

/**
 * Returns some lines of a text, with "…" where lines are omitted.
 *
 * @param text the text
 * @param lines which lines, e.g. "3-9", "4" or "1-2,7-8", counted from 1; all when undefined
 */
export function excerpt(text: string, lines: string | undefined): string {
  if (!lines) return text;
  const all = text.split('\n');
  let shown = 0;
  const parts = lines.split(',').flatMap((range) => {
    const [from = 1, to = from] = range.split('-').map(Number);
    const gap = from > shown + 1 ? ['…'] : [];
    shown = to;
    return [...gap, ...all.slice(from - 1, to)];
  });
  return [...parts, ...(shown < all.length ? ['…'] : [])].join('\n');
}
