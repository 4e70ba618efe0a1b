/** Compares the ledger with a built site. */
import { splitAddress, type Ledger, type LedgerLine } from './ledger.ts';
import { resolveAddress, type Redirect } from '../redirects.ts';
import { builtAddresses, readBuiltSite, type BuiltFile } from './built-site.ts';

/** How a ledger and a built site differ. */
export interface BuildReport {
  /** Entries that lead nowhere, each with where it should lead. */
  dead: (LedgerLine & { leadsTo: string })[];
  /** What the site publishes and the ledger does not have. */
  unrecorded: string[];
}

/**
 * Compares a ledger with a built site.
 *
 * @param folder the built site
 * @param ledger the ledger
 * @param redirects the former addresses, without the base path, by the path that each leads away from
 */
export async function checkBuild(
  folder: string,
  { entries }: Pick<Ledger, 'entries'>,
  redirects: ReadonlyMap<string, Redirect>,
): Promise<BuildReport> {
  const site = await readBuiltSite(folder);
  const known = new Set(entries.map(({ text }) => text));
  return {
    dead: entries
      .map((entry) => ({ ...entry, leadsTo: resolveAddress(entry.text, redirects) }))
      .filter(({ text, leadsTo }) => !isThere(leadsTo, site) || !site.has(splitAddress(text).path)),
    unrecorded: builtAddresses(site).filter((address) => !known.has(address)),
  };
}

function isThere(address: string, site: ReadonlyMap<string, BuiltFile>): boolean {
  const { path: page, anchor } = splitAddress(address);
  const file = site.get(page);
  return file !== undefined && (anchor === undefined || file.ids.has(anchor));
}

/** The report of dead entries, as a person reads it. */
export const reportDead = (dead: BuildReport['dead'], file: string): string =>
  dead
    .map(({ text, line, leadsTo }) => {
      const place = `${file}:${line}`;
      const to = leadsTo === text ? '' : `; it leads to ${leadsTo}, which is not there`;
      return `  ${place}  ${text}\n    found  nothing at this address in the built site${to}\n    fix    bring back the page, file or id: links in tickets point at it`;
    })
    .join('\n');
