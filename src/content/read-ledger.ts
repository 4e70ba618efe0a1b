import path from 'node:path';
import { ledgerFile, readLedger, type Ledger } from '../addresses/ledger/ledger.ts';
import type { Finding, Issue } from '../model/issue.ts';
import { readContentFile, type ReadFailure } from './read-file.ts';
import { decode } from './read-source.ts';
import { settings } from '../settings.ts';

/** The ledger of a content root, with everything that could be read. */
export interface LedgerSource extends Ledger {
  /** Path of the file, for messages. */
  file: string;
  /** The issues of the file. */
  issues: readonly Issue[];
}

/**
 * Reads the ledger. A missing ledger is an error: if it counted as empty, nobody would notice when published addresses stop working.
 *
 * @param root the content root
 * @param base the folder that paths in messages are relative to
 */
export async function readLedgerFile(root: string, base: string = settings.userFolder): Promise<LedgerSource> {
  const absolute = path.join(root, ledgerFile);
  const file = path.relative(base, absolute);
  const read = await readContentFile(absolute);
  const unread = (finding: Finding): LedgerSource => ({ file, entries: [], wrong: [], issues: [{ file, ...finding }] });
  if ('failure' in read) return unread(notRead(read.failure));
  const { text, finding } = decode(read.bytes);
  if (finding) return unread(finding);
  const ledger = readLedger(text);
  return { ...ledger, file, issues: ledger.wrong.map((line): Issue => ({ file, ...wrongLine(line) })) };
}

const start = { line: 1, column: 1 };

const notRead = (failure: ReadFailure): Finding =>
  failure === 'missing'
    ? {
        kind: 'ledger',
        ...start,
        found: 'no such file',
        mend: 'if the site was published before, restore the file, e.g. with "git checkout"; for a new site run "npm run ledger", which creates it',
      }
    : {
        kind: 'ledger',
        ...start,
        found: `a ledger that cannot be read: ${failure.refused}`,
        mend: 'make it readable for the user who runs this command',
      };

const wrongLine = ({ text, line }: { text: string; line: number }): Finding => ({
  ...{ kind: 'ledger', line, column: 1 },
  found: `"${text}", which is not an address of the site`,
  mend: 'finish the merge, or remove the line; "npm run ledger" writes this file',
});
