/** Opens the file of the ledger, to which `npm run ledger` adds lines. */
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ledgerFile, recordAddresses } from '../addresses/ledger/ledger.ts';
import { reportIssues } from '../check/index.ts';
import { readLedgerFile } from '../content/read-ledger.ts';
import { shownPath } from '../settings.ts';
import { UserError } from '../user-error.ts';

/** A ledger that can be added to. */
export interface LedgerFile {
  /** Path of the file, for messages. */
  file: string;
  /** Whether an empty file was created because there was none. */
  isNew: boolean;
  /** Adds addresses to the file, and returns those that it did not have. */
  add(addresses: Iterable<string>): Promise<string[]>;
  /** Deletes the file if `openLedger` created it. */
  discardNew(): Promise<void>;
}

/**
 * Opens the ledger of a content root, and creates an empty file when there is none.
 *
 * Fails with a `UserError` when the file cannot be read, or has a line that is not an address: writing the file would lose that line.
 *
 * @param root the content root
 */
export async function openLedger(root: string): Promise<LedgerFile> {
  const absolute = path.join(root, ledgerFile);
  const isNew = await writeFile(absolute, '', { flag: 'wx' }).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return false;
      throw new UserError(`${shownPath(absolute)} cannot be created: ${error.message}. Is CONTENT_ROOT the folder of a site's content?`);
    },
  );
  const { file, issues } = await readLedgerFile(root);
  if (issues.length) throw new UserError(`${reportIssues(issues)}\nNothing was written.`);
  return {
    file,
    isNew,
    add: async (addresses) => {
      const { text, added } = recordAddresses(await readFile(absolute, 'utf8'), addresses);
      await writeFile(absolute, text);
      return added;
    },
    discardNew: async () => {
      if (isNew) await rm(absolute);
    },
  };
}
