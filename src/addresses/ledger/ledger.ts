/**
 * The ledger: every address that the site has ever published, one a line, in `ledger.txt` of the content root.
 *
 * An address is a path on the site without the base path; that of an anchor has its fragment: `/articles/redis-oom/#raise-it`.
 * Lines are sorted, so that branches which add lines merge cleanly. Lines that a merge leaves twice or out of order are no error.
 */

/** The name of the ledger in a content root. */
export const ledgerFile = 'ledger.txt';

const header = [
  '# Every address that was ever published. Links in tickets point at them: lines are added by "npm run ledger", and none is ever removed.',
  '# CONTRIBUTING.md, "Rename, merge, split", says what to declare when one no longer resolves.',
];

/** A line of the ledger. */
export interface LedgerLine {
  /** The text of the line: an address, unless the line is wrong. */
  text: string;
  /** Its number in the file, counted from 1. */
  line: number;
}

/** A ledger. */
export interface Ledger {
  entries: LedgerLine[];
  /** Lines that are not addresses, e.g. the marks of an unfinished merge. */
  wrong: LedgerLine[];
}

/**
 * Parses a ledger.
 *
 * @param text the content of the file; an empty text is an empty ledger
 */
export function readLedger(text: string): Ledger {
  const lines = text
    .split(/\r?\n/)
    .map((content, index) => ({ text: content, line: index + 1 }))
    .filter((line) => line.text.trim() !== '' && !line.text.startsWith('# '));
  const isAddress = (line: LedgerLine) => /^\/[^\s#]*(#[^\s#]+)?$/.test(line.text);
  return { entries: lines.filter(isAddress), wrong: lines.filter((line) => !isAddress(line)) };
}

/**
 * Adds addresses to a ledger, and removes none.
 *
 * @param text the content of the file before
 * @param published the addresses that the site publishes
 * @returns the new content of the file, and the added addresses
 */
export function recordAddresses(text: string, published: Iterable<string>): { text: string; added: string[] } {
  const known = new Set(readLedger(text).entries.map((entry) => entry.text));
  const added = [...new Set(published)].filter((address) => !known.has(address)).toSorted();
  return { text: [...header, ...[...known, ...added].toSorted(), ''].join('\n'), added };
}

/** Returns the path of an address, and its anchor if it has one. */
export function splitAddress(address: string): { path: string; anchor: string | undefined } {
  const [path = '', anchor] = address.split('#');
  return { path, anchor };
}
