import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Issue } from '../../model/issue.ts';
import type { Corpus } from '../../model/source.ts';
import { readAddress } from '../permalinks.ts';
import { readLedger, splitAddress, type LedgerLine } from './ledger.ts';
import { resolveAddress } from '../redirects.ts';
import { contentPages, contentRedirects } from './content-addresses.ts';
import { mendAnchor, mendPage, type History } from './mend-address.ts';

/** The name of the ledger in a content folder. */
export const ledgerFile = 'ledger.txt';

/** A line of the ledger whose address leads nowhere, and where it leads to instead. */
interface DeadLine extends LedgerLine {
  /** The page that it leads to, which may not exist. */
  page: string;
  anchor: string | undefined;
}

/**
 * Holds the ledger against the content: the addresses of articles, symptoms and technologies. Those of other pages are
 * known only when the site is built, see `ledger/integration.ts`.
 *
 * @param root the folder that holds the ledger and the content
 * @param base the folder that paths in messages are relative to
 * @param corpus the content
 */
export async function checkLedger(root: string, base: string, corpus: Corpus): Promise<Issue[]> {
  const absolute = path.join(root, ledgerFile);
  const file = path.relative(base, absolute);
  const ledger = readLedger(await readFile(absolute, 'utf8').catch(() => ''));
  const wrong = ledger.wrong.map(({ text, line }): Issue => ({
    ...{ kind: 'data-file', file, line, column: 1 },
    found: `"${text}", which is no address of the site`,
    mend: 'finish the merge or remove the line; "npm run ledger" writes this file',
  }));
  // Nothing can be said about what an article has that could not be read.
  if (corpus.articles.some(({ readable }) => !readable)) return wrong;
  const history: History = { corpus, published: new Set(ledger.entries.map(({ text }) => text)) };
  return [...wrong, ...deadIssues(deadLines(ledger.entries, corpus), history).map((issue) => ({ ...issue, file }))];
}

function deadLines(entries: readonly LedgerLine[], corpus: Corpus): DeadLine[] {
  const pages = contentPages(corpus);
  const redirects = contentRedirects(corpus);
  return entries.flatMap((entry) => {
    if (!readAddress(entry.text)) return [];
    const { path: page, anchor } = splitAddress(resolveAddress(entry.text, redirects));
    const anchors = pages.get(page);
    return anchors && (anchor === undefined || anchors.has(anchor)) ? [] : [{ ...entry, page, anchor }];
  });
}

function deadIssues(dead: readonly DeadLine[], history: History): Omit<Issue, 'file'>[] {
  const gone = new Set(dead.filter(({ anchor }) => anchor === undefined).map(({ page }) => page));
  return dead.flatMap((entry) => {
    const { text, line, page, anchor } = entry;
    const issue = (found: string, mend: string) => [{ kind: 'dead-address' as const, line, column: 1, found, mend }];
    if (anchor === undefined) {
      const others = dead.filter((other) => other.page === page && other.anchor !== undefined).length;
      const also = others ? `, with ${others} ${others === 1 ? 'anchor' : 'anchors'}` : '';
      return issue(`${text}, which was published and leads nowhere now${also}`, mendPage(page, history));
    }
    // The anchors of a page that is gone come back with it.
    if (gone.has(page)) return [];
    const mend = mendAnchor({ address: text, page, anchor }, history);
    return mend ? issue(`${text}, which was published and leads nowhere now`, mend) : [];
  });
}
