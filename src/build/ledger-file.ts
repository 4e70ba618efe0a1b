/** The ledger as a file that `npm run ledger` adds to. */
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
  /** Whether there was no file, so that an empty one was made. */
  isNew: boolean;
  /** Adds addresses, and returns those that were not there before. */
  add(addresses: Iterable<string>): Promise<string[]>;
  /** Takes back the file when it was made just now. */
  discardNew(): Promise<void>;
}

/**
 * Opens the ledger of a content root, and makes an empty one where there is no file.
 *
 * Fails with a `UserError` when there is a file and not all of it can be understood: what is written would lose the rest.
 *
 * @param root the content root
 */
export async function openLedger(root: string): Promise<LedgerFile> {
  const absolute = path.join(root, ledgerFile);
  const isNew = await writeFile(absolute, '', { flag: 'wx' }).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return false;
      throw new UserError(`${shownPath(absolute)} cannot be made: ${error.message}. Is CONTENT_ROOT the folder of a site's content?`);
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
