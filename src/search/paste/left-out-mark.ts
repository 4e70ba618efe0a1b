/** The mark that stands in an excerpt for omitted lines: `… 20,412 lines not shown`. */

/** Writes and reads the mark. */
export const leftOutMark = {
  /** Returns the mark for a number of lines, at least 1. */
  write: (count: number): string => `… ${count.toLocaleString('en')} ${count === 1 ? 'line' : 'lines'} not shown`,
  /** Returns the number of lines that a mark stands for. */
  read: (mark: string): number => Number(mark.replace(/\D/g, '')),
};
/** Whether a line is the mark of omitted lines, and not a line of the paste. */
export const isLeftOutMark = (line: string): boolean => /^… \d[\d,]{0,14} lines? not shown$/.test(line);
