/** The comparison of search engines as a table. */
import { markdownTable } from '../table.ts';
import type { Measurement } from './measure.ts';

const percent = (share: number | undefined) => (share === undefined ? '–' : (share * 100).toFixed(1));

/**
 * The comparison as a table.
 *
 * @param measurements one for each engine
 */
export function comparisonTable(measurements: readonly Measurement[]): string {
  const head = ['engine', 'right first %', 'right in three %', 'empty %', 'wrong *match* %', 'errors', 'kB', 'ms, median', 'ms, p95'];
  const rows = measurements.map(({ name, first, firstThree, empty, wrongMatch, errors, bytes, median, p95 }) => [
    name,
    ...[first, firstThree, empty, wrongMatch].map(percent),
    String(errors),
    (bytes / 1024).toFixed(0),
    median.toFixed(1),
    p95.toFixed(1),
  ]);
  return markdownTable(head, rows);
}
