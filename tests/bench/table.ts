/** Tables of benchmarks as Markdown, and their place in the README. */
import { readFile, writeFile } from 'node:fs/promises';

/**
 * A Markdown table; all columns but the first hold numbers.
 *
 * @param head the columns' names
 * @param rows the cells
 */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, at) => (at === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n');
}

/**
 * Puts a text between `<!-- name -->` and `<!-- /name -->` of a Markdown file.
 *
 * @param file the file
 * @param name the name in the two comments
 * @param text what stands between them afterwards
 * @throws when the file does not have the two comments
 */
export async function writeBetween(file: string, name: string, text: string): Promise<void> {
  const [from, to] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const whole = await readFile(file, 'utf8');
  const [start, end] = [whole.indexOf(from), whole.indexOf(to)];
  if (start === -1 || end < start)
    throw new Error(`${file} has no place for the table: put the lines "${from}" and "${to}" where it shall stand.`);
  await writeFile(file, `${whole.slice(0, start + from.length)}\n\n${text}\n\n${whole.slice(end)}`);
}
