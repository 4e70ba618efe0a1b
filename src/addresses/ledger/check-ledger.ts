import type { Issue } from '../../model/issue.ts';
import type { Corpus } from '../../model/source.ts';
import { readAddress } from '../permalinks.ts';
import { splitAddress, type Ledger, type LedgerLine } from './ledger.ts';
import { resolveAddress } from '../redirects.ts';
import { contentPages, contentRedirects } from './content-addresses.ts';
import { mendAnchor, mendPage, type History } from './mend-address.ts';

/** A line of the ledger whose address leads nowhere, with the page to which it resolves. */
interface DeadLine extends LedgerLine {
  /** The path of the page to which the address resolves; the page may not exist. */
  page: string;
  anchor: string | undefined;
}

/**
 * Finds the addresses of articles, symptoms and technologies in the ledger that lead nowhere. Other addresses can be checked only in the
 * built site, see `check-build.ts`.
 *
 * @param ledger the ledger, and the path of its file for messages
 * @param corpus the content
 */
export function checkLedger({ entries, file }: Ledger & { file: string }, corpus: Corpus): Issue[] {
  // The ids of an article that could not be read are unknown; without any article, that is what is wrong.
  if (corpus.articles.length === 0 || corpus.articles.some(({ readable }) => !readable)) return [];
  const history: History = { corpus, published: new Set(entries.map(({ text }) => text)) };
  return deadIssues(deadLines(entries, corpus), history).map((issue) => ({ ...issue, file }));
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
    // A missing page is reported once, not again for each of its anchors.
    if (gone.has(page)) return [];
    const mend = mendAnchor({ address: text, page, anchor }, history);
    return mend ? issue(`${text}, which was published and leads nowhere now`, mend) : [];
  });
}
