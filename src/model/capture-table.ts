/** Figures that a lab measured and wrote down in columns, as a table. */

/** A table: the words above each column, and the rows. */
export interface CaptureTable {
  head: string[];
  rows: string[][];
}

/** Two spaces or more end a column; one may stand in a cell. */
const cellsOf = (line: string): string[] => line.trim().split(/\s{2,}/);

/**
 * Parses figures in columns. Lines without text are left out.
 *
 * @param text the captured output
 * @param head the words above the columns, separated by `|`; without them, the first line has them
 * @returns the table, or what is wrong with the text
 */
export function captureTable(text: string, head: string | undefined): CaptureTable | { wrong: string } {
  const lines = text.split('\n').filter((line) => line.trim());
  const [first = [], ...rest] = lines.map(cellsOf);
  const named = head?.split('|').map((words) => words.trim());
  const [titles, rows] = named ? [named, lines.map(cellsOf)] : [first, rest];
  if (titles.length < 2) return { wrong: 'its first line has one column; columns are two spaces or more apart' };
  const odd = rows.find((row) => row.length !== titles.length);
  if (odd) return { wrong: `the line "${odd.join('  ')}" has ${odd.length} columns, the head has ${titles.length}` };
  return rows.length > 0 ? { head: titles, rows } : { wrong: 'it has no line below its head' };
}
