/** The size of texts and files, for readers. */

/** Returns the size of texts and files together: in characters for texts, in bytes for files. */
export const sizeOf = (parts: readonly (string | Blob)[]): number =>
  parts.reduce((sum, part) => sum + (typeof part === 'string' ? part.length : part.size), 0);

const format = (unit: string, digits: number) =>
  new Intl.NumberFormat('en', { style: 'unit', unit, minimumFractionDigits: digits, maximumFractionDigits: digits });

/**
 * Returns a size in words: `31 kB`, `5.0 MB`.
 *
 * @param size in bytes
 */
export const sizeInWords = (size: number): string =>
  size < 1e6 ? format('kilobyte', 0).format(Math.ceil(size / 1e3)) : format('megabyte', 1).format(size / 1e6);
