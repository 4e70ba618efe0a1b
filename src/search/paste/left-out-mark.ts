/** The mark of lines that an excerpt leaves out. */

/** What stands in an excerpt for lines that were left out. It is no line of the paste. */
export const leftOutMark = {
  write: (count: number): string => `… ${count.toLocaleString('en')} ${count === 1 ? 'line' : 'lines'} not shown`,
  /** How many lines it stands for. */
  read: (mark: string): number => Number(mark.replace(/\D/g, '')),
};
/** Whether a line is such a mark. */
export const isLeftOutMark = (line: string): boolean => /^… \d[\d,]{0,14} lines? not shown$/.test(line);
